#include "app/document/document.hpp"
#include "app/document/draft.hpp"
#include "app/document/standing.hpp"

#include "app/inspel/inspel.hpp"
#include "app/issue/issues.hpp"
#include "store/document/document_store.hpp"
#include "store/document/trace_store.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/issue/issue_store.hpp"
#include "support/example.hpp"

#include <algorithm>
#include <random>
#include <set>

using namespace example;

namespace {

constexpr auto little = R"(# Länet 2050 {#RUS}

## 1 Vision {#RUS-1}

[RUS-1-p1] Länet är en plats att leva på.

[RUS-1-p2] Avstånden är långa.

## 2 Mål {#RUS-2}

[RUS-2-p1] Alla ska nå en affär.
)";

/// A process with the little strategy in it.
struct Strategy {
    TestDatabase& database;
    World world;
    Document document;

    explicit Strategy(TestDatabase& where) : database{where}, world{settle(where)} {
        document = database
                       .act(world.revision,
                           [&](auto& act) {
                               const Document begun{{}, {}, {}, "RUS", "Länet 2050"};
                               return app::open_document(act, begun, *read_manuscript(little, "RUS"));
                           })
                       .value();
    }

    template <class Verb>
    auto act(Verb verb) const {
        return database.act(world.revision, verb);
    }

    Version freeze(Version::Kind kind = Version::Kind::referral) const {
        return act([&](auto& act) { return app::freeze(act, document, kind, "Remiss"); }).value();
    }

    Version draft() const { return store::draft_of(*database.db, document.id); }
    Lines lines() const { return store::lines_of(*database.db, draft().id); }
    Line line(const std::string& code) const {
        return *store::line_of(
            *database.db, draft().id, store::node_named(*database.db, world.revision.id, code)->node.id);
    }
    std::vector<Change> changes() const { return store::changes_to(*database.db, draft().id); }

    Result<Line> edit(const std::string& code, const std::string& text, const Grounds& grounds) const {
        const auto now = line(code);
        return edit_from(now, text, grounds);
    }
    Result<Line> edit_from(const Line& seen, const std::string& text, const Grounds& grounds) const {
        return act([&](auto& act) {
            return app::edit_words(act, document, {seen.node.id, seen.revision, text, grounds});
        });
    }
};

const Grounds spelling{{}, "Stavfel."};

/// An issue of a published inspel.
Issue an_issue(const Strategy& at) {
    const auto number = at.act([&](auto& act) {
                              return app::receive_inspel(
                                  act, at.world.activity, draft("Skriv om avstånden."), {"form", secret});
                          })->number;
    REQUIRE(at.act([&](auto& act) { return app::publish_inspel(act, number); }));
    return at
        .act([&](auto& act) {
            return app::split_inspel(act, number, {"Skriv om avstånden.", "", "", "", {}}, today);
        })
        .value();
}

}  // namespace

TEST_CASE("a frozen version keeps its words and its digest, whatever is written later") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        const auto referral = at.freeze();
        REQUIRE(at.edit("RUS-1-p1", "Länet är en plats att leva och verka på.", spelling));
        CHECK(manuscript(store::lines_of(*database.db, referral.id)) == little);
        CHECK(referral.digest == hex(as_text(sha256(little))));
        CHECK(at.draft().number == 2);
    });
}

TEST_CASE("until a version is frozen words are changed freely, and after that only with grounds") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        CHECK(at.edit("RUS-1-p2", "Avstånden är stora.", {}));
        CHECK(at.changes().empty());
        at.freeze();
        CHECK_FALSE(at.edit("RUS-1-p2", "Avstånden är mycket stora.", {}));
        CHECK(at.line("RUS-1-p2").text == "Avstånden är stora.");
        CHECK(at.edit("RUS-1-p2", "Avstånden är mycket stora.", spelling));
        CHECK(at.changes().size() == 1);
    });
}

TEST_CASE("a change cites the issues that caused it, and from the issue the change is found") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        at.freeze();
        const auto issue = an_issue(at);
        const Cause cause{Cause::Kind::issue, issue.id.value};
        REQUIRE(at.edit("RUS-1-p2", "Avstånden är långa, och vägarna smala.", {{cause}, ""}));
        const auto change = at.changes().at(0);
        CHECK(store::causes_of(*database.db, change.id) == std::vector{cause});
        CHECK(store::changes_caused_by(*database.db, cause).at(0).id == change.id);
        CHECK(store::words_of(*database.db, change.before) == "Avstånden är långa.");
        CHECK_FALSE(at.edit("RUS-1-p2", "Annat.", {{{Cause::Kind::issue, 999}}, ""}));
    });
}

TEST_CASE("an answer points at the change it led to, and the change at the issue") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        at.freeze();
        const auto issue = an_issue(at);
        REQUIRE(at.edit("RUS-1-p2", "Avstånden är långa, och vägarna smala.", spelling));
        const auto link = [&] {
            return at.act([&](auto& act) { return app::link_answer(act, issue.id, 1); });
        };
        CHECK_FALSE(link());  // there is no answer yet
        REQUIRE(
            at.act([&](auto& act) { return app::answer_issue(act, issue.id, "tillgodosett", "Ja.", {}); }));
        REQUIRE(link());
        const auto answer = store::find_answer(
            *database.db, store::find_issue(*database.db, at.world.revision.id, issue.id)->answer);
        CHECK(store::find_change(*database.db, answer->change)->number == 1);
        CHECK(store::causes_of(*database.db, answer->change).size() == 1);
    });
}

TEST_CASE("all that is done to a paragraph before the next version is one change, and undone it is none") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        at.freeze();
        REQUIRE(at.edit("RUS-1-p2", "Avstånden är stora.", {{}, "Först."}));
        REQUIRE(at.edit("RUS-1-p2", "Avstånden är mycket stora.", {{}, "Sedan."}));
        REQUIRE(at.changes().size() == 1);
        CHECK(at.changes()[0].reason == "Först. Sedan.");
        REQUIRE(at.edit("RUS-1-p2", "Avstånden är långa.", {{}, "Ångrat."}));
        CHECK(at.changes().empty());
    });
}

TEST_CASE(
    "two editors in one paragraph: what does not meet is merged, what meets is told and nothing is lost") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        const auto seen = at.line("RUS-1-p1");
        REQUIRE(at.edit_from(seen, "Hela länet är en plats att leva på.", {}));
        REQUIRE(at.edit_from(seen, "Länet är en plats att leva och verka på.", {}));
        CHECK(at.line("RUS-1-p1").text == "Hela länet är en plats att leva och verka på.");

        const auto later = at.line("RUS-1-p2");
        REQUIRE(at.edit_from(later, "Avstånden är stora.", {}));
        const auto refused = at.edit_from(later, "Avstånden är ofantliga.", {});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::Kind::conflict);
        CHECK(refused.error().complaints.size() == 1);
        CHECK(at.line("RUS-1-p2").text == "Avstånden är stora.");
    });
}

TEST_CASE("a moved, split, joined or removed paragraph can be followed from each of its codes") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        at.freeze();
        const auto p1 = at.line("RUS-1-p1").node.id;
        const auto p2 = at.line("RUS-1-p2").node.id;
        const auto q1 = at.line("RUS-2-p1").node.id;
        const auto in = [&](auto verb) { return at.act([&](auto& act) { return verb(act, at.document); }); };
        REQUIRE(in([&](auto& act, auto& text) { return app::move_line(act, text, p2, q1, spelling); }));
        const auto part = in([&](auto& act, auto& text) {
            return app::split_line(act, text, {p1, "Länet är en plats.", "Att leva på.", "", spelling});
        });
        REQUIRE(part);
        CHECK(part->node.code == "RUS-1-p3");
        REQUIRE(in([&](auto& act, auto& text) {
            return app::join_lines(
                act, text, {q1, p2, "Alla ska nå en affär, fast avstånden är långa.", spelling});
        }));
        CHECK(store::changes_about(*database.db, part->node.id).at(0).kind == Change::Kind::split);
        CHECK(store::changes_about(*database.db, p2).back().kind == Change::Kind::merged);
        CHECK(
            store::changes_about(*database.db, q1).size() == 2);  // its own, and of the one that went into it
        REQUIRE(in([&](auto& act, auto& text) { return app::remove_line(act, text, p1, spelling); }));
        CHECK(store::changes_about(*database.db, p1).front().kind == Change::Kind::removed);
        CHECK(store::changes_about(*database.db, p1).back().node == part->node.id);
    });
}

TEST_CASE("a code is never given twice, not even when its paragraph is gone") {
    on_each_database([](TestDatabase& database) {
        const Strategy at{database};
        const auto p2 = at.line("RUS-1-p2").node.id;
        const auto p1 = at.line("RUS-1-p1").node.id;
        REQUIRE(at.act([&](auto& act) { return app::remove_line(act, at.document, p2, {}); }));
        const auto added = at.act(
            [&](auto& act) { return app::add_line(act, at.document, {.after = p1, .text = "Nytt."}); });
        REQUIRE(added);
        CHECK(added->node.code == "RUS-1-p3");
        CHECK_FALSE(at.act([&](auto& act) {
            return app::add_line(act, at.document, {.after = p1, .code = "RUS-1-p2", .text = "Nytt."});
        }));
    });
}

TEST_CASE(
    "whatever is done to the text, in any order, no link from an issue is lost and every difference is "
    "told") {
    detail::on_sqlite([](TestDatabase& database) {
        const Strategy at{database};
        const auto referral = at.freeze();
        const auto issue = an_issue(at);
        const Grounds grounds{{{Cause::Kind::issue, issue.id.value}}, ""};
        std::set<std::int64_t> touched;
        std::mt19937 random{3};
        for (int step = 0; step < 200; ++step) {
            const auto lines = at.lines();
            const auto one = lines[1 + random() % (lines.size() - 1)];
            const auto two = lines[1 + random() % (lines.size() - 1)];
            const auto words = "Ord nummer " + std::to_string(random() % 50) + ".";
            const auto done = at.act([&](auto& act) -> Result<Line> {
                switch (random() % 6) {
                    case 0:
                        return app::edit_words(act, at.document, {one.node.id, one.revision, words, grounds});
                    case 1:
                        return app::add_line(
                            act, at.document, {.after = one.node.id, .text = words, .grounds = grounds});
                    case 2: return app::move_line(act, at.document, one.node.id, two.node.id, grounds);
                    case 3:
                        return app::split_line(
                            act, at.document, {one.node.id, words, words, "", grounds, true});
                    case 4:
                        if (one.node.kind == Node::Kind::section || two.node.kind == Node::Kind::section)
                            break;
                        return app::join_lines(
                            act, at.document, {one.node.id, two.node.id, words, grounds, true});
                    default:
                        if (lines.size() < 5 || one.node.kind == Node::Kind::section) break;
                        return app::remove_line(act, at.document, one.node.id, grounds);
                }
                return refuse(Failure::Kind::invalid);
            });
            if (done) touched.insert(done->node.id.value);
        }
        // Every line whose words differ from the frozen ones has a change, and each change goes back to the
        // issue.
        std::map<std::int64_t, std::string> was;
        for (const auto& line : store::lines_of(*database.db, referral.id))
            was[line.node.id.value] = line.text;
        for (const auto& line : at.lines()) {
            const auto known = was.find(line.node.id.value);
            if (known != was.end() && known->second == line.text) continue;
            CHECK_FALSE(store::changes_about(*database.db, line.node.id).empty());
        }
        for (const auto& [node, words] : was)
            if (!store::line_of(*database.db, at.draft().id, {node}))
                CHECK_FALSE(store::changes_about(*database.db, Id<Node>{node}).empty());
        for (const auto& change : at.changes())
            CHECK(store::causes_of(*database.db, change.id) == grounds.causes);
    });
}

namespace {

/// A published inspel about the paragraph.
int an_inspel_about(const Strategy& at, const std::string& code, const std::string& text) {
    const auto number =
        at.act([&](auto& act) {
              auto typed = draft(text);
              typed.concerns = code;
              return app::receive_inspel(act, at.world.activity, typed, {hex(random_bytes(8)), secret});
          })->number;
    REQUIRE(at.act([&](auto& act) { return app::publish_inspel(act, number); }));
    return number;
}

/// Twenty words, of which one is another.
std::string with_word(int place, const std::string& word) {
    std::string text;
    for (int n = 0; n < 20; ++n) text += (n == place ? word : "ord" + std::to_string(n)) + ' ';
    return text;
}

}  // namespace

TEST_CASE(
    "amendments that do not meet give the same words in whatever order they are taken in, and keep their "
    "links and what was said") {
    detail::on_sqlite([](TestDatabase& database) {
        const Strategy at{database};
        REQUIRE(at.edit("RUS-1-p1", with_word(-1, ""), {}));
        at.freeze();
        const auto before = at.line("RUS-1-p1");
        std::vector<std::pair<int, Cause>> amendments;
        for (const int place : {1, 5, 9, 13, 17}) {
            const auto number = an_inspel_about(at, "RUS-1-p1", "Byt ord " + std::to_string(place));
            const auto inspel = store::inspel_numbered(*database.db, at.world.revision.id, number);
            amendments.emplace_back(place, Cause{Cause::Kind::inspel, inspel->id.value});
        }
        const auto take_in = [&](const std::pair<int, Cause>& amendment) {
            const auto words = with_word(amendment.first, "nytt" + std::to_string(amendment.first));
            REQUIRE(at.edit_from(before, words, {{amendment.second}, ""}));
        };
        std::mt19937 random{8};
        std::set<std::string> results;
        for (int round = 0; round < 10; ++round) {
            std::shuffle(amendments.begin(), amendments.end(), random);
            for (const auto& amendment : amendments) take_in(amendment);
            results.insert(at.line("RUS-1-p1").text);
            CHECK(store::causes_of(*database.db, at.changes().at(0).id).size() == amendments.size());
            CHECK(store::inspel_about(*database.db, at.world.revision.id, "RUS-1-p1", 10).size() ==
                  amendments.size());
            const auto now = at.line("RUS-1-p1");
            app::Edit back{now.node.id, now.revision, before.text, spelling};
            CHECK_FALSE(at.act([&](auto& act) { return app::edit_words(act, at.document, back); }));
            for (const auto& loss : app::taken_out(*database.db, at.document, now, before.text, now.revision))
                back.may_go.push_back(loss.revision);
            REQUIRE(at.act([&](auto& act) { return app::edit_words(act, at.document, back); }));
        }
        CHECK(results.size() == 1);
    });
}
