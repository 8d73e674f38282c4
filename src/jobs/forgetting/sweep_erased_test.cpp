#include "jobs/forgetting/sweep_erased.hpp"

#include "app/inspel/erasure.hpp"
#include "app/inspel/inspel.hpp"
#include "app/issue/issues.hpp"
#include "app/log/log_keys.hpp"
#include "app/log/log_receipt.hpp"
#include "jobs/log_job.hpp"
#include "store/files/log_folder.hpp"
#include "store/inspel/inspel_store.hpp"
#include "support/published_log.hpp"
#include "support/referral.hpp"
#include "support/scratch.hpp"

#include <fstream>

using namespace example;

namespace {

constexpr auto words_of_hers = "Zebrafinken sjunger i Ytterhogdal";

/// A published inspel with everything that can hang on one, and a published log.
struct Sent {
    TestDatabase& database;
    test::Scratch scratch = {};
    jobs::LogSettings log{database.where, scratch.folder, key_of("localhost/medskapa/test")};
    World world = begin();
    app::Receipt receipt = send();

    template <class Verb>
    auto must(Verb verb) {
        return database.act(world.revision, std::move(verb)).value();
    }

    explicit Sent(TestDatabase& where) : database{where} {
        must([&](auto& act) { return app::publish_inspel(act, receipt.number); });
        must([&](auto& act) { return app::complete_inspel(act, receipt.code, words_of_hers, "k"); });
        must([&](auto& act) {
            return app::split_inspel(act, receipt.number, {words_of_hers, "", "", "", {}}, today);
        });
        const auto issue = database.db->run("SELECT id FROM issue").front().id<Issue>("id");
        must([&](auto& act) { return app::answer_issue(act, issue, "noterat", "Tack", {}); });
        publish();
    }

    World begin() {
        const auto vkey = openlog::as_vkey(log.key.verifier());
        REQUIRE(database.act([&](auto& act) { return app::open_log(act, vkey); }));
        return settle(database);
    }

    app::Receipt send() {
        auto typed = draft(words_of_hers);
        typed.title = typed.organisation = words_of_hers;
        typed.contact = "zebrafinken@example.org";
        return must([&](auto& act) {
            return app::receive_inspel(act, world.activity, typed, {"a", secret});
        });
    }

    Result<Inspel> erase(Erasure::Level level) {
        return database.act(world.revision, [&](auto& act) {
            return app::erase_inspel(act, receipt.number, {level, Erasure::Ground::retention, "RUN/1/2026"});
        });
    }

    void publish() { jobs::publish_log(log, *database.writer, database.now); }
    Inspel inspel() {
        return store::inspel_numbered(*database.db, world.revision.id, receipt.number).value();
    }
    openlog::Fetch files() const { return store::files_in(scratch.folder); }

    std::string proof() {
        const auto entry = app::receipt_entry(*database.db, inspel()).value();
        return app::proof_of(
            *database.db, files(), entry, {app::openings_of(*database.db, inspel(), entry.place)})
            .value();
    }
};

/// The files below a folder that hold these bytes, whatever case a search index has made of them.
std::vector<std::string> files_with(const std::filesystem::path& folder, const std::string& bytes) {
    std::vector<std::string> found;
    for (const auto& file : std::filesystem::recursive_directory_iterator{folder}) {
        if (!file.is_regular_file()) continue;
        std::ifstream stream{file.path(), std::ios::binary};
        const std::string all{std::istreambuf_iterator<char>{stream}, {}};
        if (all.find(bytes) != all.npos) found.push_back(file.path().filename());
    }
    return found;
}

}  // namespace

TEST_CASE("what is destroyed is found in no byte of the database, its journal, the index and the log") {
    detail::on_sqlite([](TestDatabase& database) {
        Sent sent{database};
        const auto folder = std::filesystem::path{database.where.place}.parent_path();
        CHECK_FALSE(files_with(folder, "ebrafink").empty());

        REQUIRE(sent.erase(Erasure::Level::destroyed));
        sent.publish();
        CHECK(jobs::sweep_erased(*database.db, database.where, *database.writer));

        CHECK(files_with(folder, "ebrafink") == std::vector<std::string>{});
        CHECK(files_with(folder, "tterhogdal") == std::vector<std::string>{});
        CHECK(files_with(sent.scratch.folder, "ebrafink") == std::vector<std::string>{});
    });
}

TEST_CASE("an answer to a referral is destroyed with its parts, its file and the draft that waited") {
    detail::on_sqlite([](TestDatabase& database) {
        const Asked asked{database};
        auto submission = asked.submission(asked.party());
        submission.draft.author = submission.draft.title = words_of_hers;
        submission.draft.parts = {{"RUS-2", words_of_hers}};
        submission.files = {{"zebrafinken.pdf", std::string{"%PDF-1.7 "} + words_of_hers}};
        const auto held = asked.act([&](auto& act) { return app::hold_answer(act, submission, "hållen"); });
        const auto receipt = asked.act([&](auto& act) {
            return app::approve_held(
                act, {held->id, app::digest_of(*held), words_of_hers + std::string{"!"}, today}, secret);
        });
        REQUIRE(receipt);
        const auto salts = database.db->run("SELECT idx FROM log_salt").size();

        REQUIRE(database.act(asked.process(), [&](auto& act) {
            return app::erase_inspel(
                act, receipt->number, {Erasure::Level::destroyed, Erasure::Ground::retention, "RUN/1/2026"});
        }));
        REQUIRE(jobs::sweep_erased(*database.db, database.where, *database.writer));

        const auto folder = std::filesystem::path{database.where.place}.parent_path();
        CHECK(files_with(folder, "ebrafink") == std::vector<std::string>{});
        // Of the draft one, of what was received and its file four, of the answer to the referral three.
        CHECK(database.db->run("SELECT idx FROM log_salt").size() == salts - 8);
    });
}

TEST_CASE("no row holds what was destroyed, and no salt opens what the log says of it") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};
        const auto object = "inspel/" + sent.inspel().public_id;

        const auto erased = sent.erase(Erasure::Level::destroyed);

        REQUIRE(erased);
        CHECK(erased->text.empty());
        CHECK(erased->state == Inspel::State::erased);
        CHECK(store::contact_of(*database.db, erased->id).empty());
        CHECK(store::additions_of(*database.db, erased->id).empty());
        CHECK(store::salts_of(*database.db, *store::first_about(*database.db, object)).empty());
        CHECK(jobs::sweep_erased(*database.db, database.where, *database.writer));
        CHECK(jobs::sweep_erased(*database.db, database.where, *database.writer));
    });
}

TEST_CASE("a sweep writes the tables of who speaks for an organisation anew too, where old rows lie on") {
    on_each_database([](TestDatabase& database) {
        if (database.db->dialect() == sql::Dialect::sqlite) return;  // its journal is swept whole
        Sent sent{database};
        const auto place_of = [&](const char* table) {
            return database.db
                ->run("SELECT CAST(pg_relation_filenode(CAST($1 AS regclass)) AS TEXT) AS place", table)
                .front()
                .text("place");
        };
        const auto mandates = place_of("mandate");
        const auto organisations = place_of("organisation");
        REQUIRE(sent.erase(Erasure::Level::destroyed));

        REQUIRE(jobs::sweep_erased(*database.db, database.where, *database.writer));

        CHECK(place_of("mandate") != mandates);
        CHECK(place_of("organisation") != organisations);
    });
}

TEST_CASE("after an erasure the log holds, mentions it, and a receipt from before proves what it did") {
    detail::on_sqlite([](TestDatabase& database) {
        Sent sent{database};
        const auto before = sent.proof();

        REQUIRE(sent.erase(Erasure::Level::destroyed));
        sent.publish();

        const auto report = openlog::audit(sent.files(), {{sent.log.key.verifier()}, {}, {}, {}}).value();
        CHECK(report.holds());
        CHECK(report.types.at("inspel.erased") == 1);
        const auto checked = openlog::check_receipt(before, {sent.log.key.verifier()}, sent.files());
        REQUIRE(checked);
        CHECK(checked->opened.size() == 3);
        const auto now = openlog::check_receipt(sent.proof(), {sent.log.key.verifier()}, sent.files());
        REQUIRE(now);
        CHECK(now->opened.empty());
    });
}

TEST_CASE("what is unpublished is kept for the archive, and can be destroyed later, once") {
    on_each_database([](TestDatabase& database) {
        Sent sent{database};

        REQUIRE(sent.erase(Erasure::Level::unpublished));
        CHECK(sent.inspel().text == words_of_hers);
        CHECK(sent.inspel().shown_text.empty());

        CHECK(sent.erase(Erasure::Level::destroyed));
        CHECK(sent.erase(Erasure::Level::destroyed).error().kind == Failure::Kind::conflict);
    });
}

TEST_CASE("only who may erase does") {
    detail::on_sqlite([](TestDatabase& database) {
        Sent sent{database};
        const auto refused = database.act_as(
            with_role(Role::moderator, sent.world.revision), sent.world.revision, [&](auto& act) {
                return app::erase_inspel(
                    act, 1, {Erasure::Level::unpublished, Erasure::Ground::retention, "RUN/1/2026"});
            });
        CHECK(refused.error().kind == Failure::Kind::not_allowed);
        CHECK(sent.inspel().text == words_of_hers);
    });
}
