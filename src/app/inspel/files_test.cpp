#include "app/inspel/files.hpp"

#include "app/inspel/erasure.hpp"
#include "app/inspel/inspel.hpp"
#include "app/log/log_receipt.hpp"
#include "store/inspel/inspel_store.hpp"
#include "store/inspel/original_file_store.hpp"
#include "support/example.hpp"
#include "support/pictures.hpp"

using namespace example;
using namespace std::string_literals;

namespace {

const app::SentFile pdf{"karta.pdf", "%PDF-1.7\nKartan"};

struct Sent {
    TestDatabase& database;
    World world = settle(database);

    template <class Verb>
    auto act(Verb verb) const {
        return database.act(world.revision, verb);
    }

    Result<app::Receipt> send(const std::vector<app::SentFile>& files, const std::string& key = "a",
        const std::string& text = "Se kartan.") const {
        return act([&](auto& act) {
            return app::receive_inspel(act, world.activity, draft(text), {key, secret, files});
        });
    }
    std::vector<OriginalFile> files(Id<Inspel> inspel) const { return store::files_of(*database.db, inspel); }
    std::int64_t rows(const std::string& table) const {
        return database.db->run("SELECT count(*) AS n FROM " + table).front().integer("n");
    }
    Result<OriginalFile> show(int inspel, int file) const {
        return act([&](auto& act) { return app::show_file(act, inspel, file, app::Showing::shown); });
    }
    Result<OriginalFile> mask(int inspel, int file, const app::SentFile& copy) const {
        return act([&](auto& act) { return app::mask_file(act, inspel, file, copy); });
    }
    Result<Inspel> erase(int inspel, Erasure::Level level) const {
        return act([&](auto& act) {
            return app::erase_inspel(act, inspel, {level, Erasure::Ground::retention, "RUN/1/2026"});
        });
    }
};

}  // namespace

TEST_CASE("files come with an inspel in their order, unchanged, seen by staff until they are shown") {
    on_each_database([](TestDatabase& database) {
        const Sent sent{database};
        const auto receipt = sent.send({pdf, {"plan.pdf", "%PDF-1.4 plan"}});
        REQUIRE(receipt);
        const auto files = sent.files(receipt->inspel);
        REQUIRE(files.size() == 2);
        CHECK(files[0].name == "karta.pdf");
        CHECK(files[1].name == "plan.pdf");
        CHECK_FALSE(files[0].is_shown);
        CHECK(store::bytes_of(*database.db, files[0].id) == pdf.octets);
    });
}

TEST_CASE("the receipt's proof opens each file's digest, which the log shows to nobody") {
    on_each_database([](TestDatabase& database) {
        const Sent sent{database};
        const auto receipt = sent.send({pdf, {"plan.pdf", "%PDF-1.4 plan"}});
        const auto inspel = store::find_inspel(*database.db, receipt->inspel).value();
        const auto entry = app::receipt_entry(*database.db, inspel).value();
        const auto digest = sent.files(receipt->inspel).front().digest;
        CHECK(entry.data.find(digest) == std::string::npos);
        const auto openings = app::openings_of(*database.db, inspel, entry.place);
        CHECK(openings.size() == 5);
        const auto file = std::find_if(
            openings.begin(), openings.end(), [](const auto& one) { return one.label == "file"; });
        REQUIRE(file != openings.end());
        CHECK(file->value == digest);
    });
}

TEST_CASE("the same form sent twice is one inspel; with another file it is a conflict") {
    on_each_database([](TestDatabase& database) {
        const Sent sent{database};
        const auto first = sent.send({pdf});
        CHECK(sent.send({pdf})->code == first->code);
        CHECK(sent.send({}).error().kind == Failure::Kind::conflict);
        CHECK(sent.send({{"karta.pdf", "%PDF-1.7 en annan"}}).error().kind == Failure::Kind::conflict);
        CHECK(sent.rows("original_bytes") == 1);
    });
}

TEST_CASE("what is wrong with the words and with each file is said at once, and nothing is kept") {
    on_each_database([](TestDatabase& database) {
        const Sent sent{database};
        const auto refused = sent.send({{"a.exe", "MZ"}, {"b.svg", "<svg onload=alert(1)>"}, pdf}, "a", " ");
        REQUIRE_FALSE(refused);
        CHECK(refused.error().complaints.size() == 3);
        CHECK(sent.rows("original_file") == 0);
        CHECK(sent.rows("original_bytes") == 0);
    });
}

TEST_CASE("five files are taken, and not six; ten megabytes together, and not a byte more") {
    on_each_database([](TestDatabase& database) {
        const Sent sent{database};
        CHECK(sent.send(std::vector(most_files, pdf)));
        CHECK_FALSE(sent.send(std::vector(most_files + 1, pdf), "b"));
        const app::SentFile half{"a.pdf", "%PDF-" + std::string(largest_files / 2 - 5, 'x')};
        CHECK(sent.send({half, half}, "c"));
        CHECK_FALSE(sent.send({half, half, {"b.pdf", "%PDF-"}}, "d"));
    });
}

TEST_CASE("a process that takes no files refuses them, and one that takes documents takes no e-mail") {
    on_each_database([](TestDatabase& database) {
        const Sent sent{database};
        const auto takes = [&](FileKinds kinds, const app::SentFile& file) {
            (void)sent.act([&](auto& act) { return app::take_files(act, kinds); });
            return sent
                .act([&](auto& act) {
                    return app::receive_inspel(act, sent.world.activity, draft("Ord"),
                        {"nyckel-" + std::string{name_of(kinds)} + file.name, secret, {file}});
                })
                .has_value();
        };
        const app::SentFile mail{"brev.eml", "From: a@example.org\r\nDate: Mon, 1 Jun 2026\r\n\r\nHej."};
        CHECK_FALSE(takes(FileKinds::none, pdf));
        CHECK(takes(FileKinds::pdf_and_pictures, pdf));
        CHECK_FALSE(takes(FileKinds::documents, mail));
        CHECK(takes(FileKinds::mail, mail));
    });
}

TEST_CASE("a picture is kept without the place it was taken at, and one that was not drawn anew is refused") {
    on_each_database([](TestDatabase& database) {
        const Sent sent{database};
        const app::SentFile photo{"IMG_1.jpg", example::photo()};
        CHECK_FALSE(sent.send({photo}));
        const auto receipt =
            sent.send({app::redrawn(photo), app::redrawn({"skärm.png", example::screenshot()})});
        REQUIRE(receipt);
        for (const auto& file : sent.files(receipt->inspel)) {
            const auto bytes = store::bytes_of(*database.db, file.id);
            CHECK(bytes.find("Anna Berg") == bytes.npos);
            CHECK(bytes.find("Exif") == bytes.npos);
        }
    });
}

TEST_CASE("a picture that cannot be drawn comes back with why, and the others with it") {
    const auto fault = [](const std::string& name, const std::string& bytes) {
        return std::string{app::redrawn({name, bytes}).fault};
    };
    const auto cut = example::photo().substr(0, 300);
    CHECK(fault("a.jpg", cut).find("could not be drawn") != std::string::npos);
    auto enormous = example::photo();
    const auto frame = enormous.find("\xFF\xC0\0\x11\x08"s);
    enormous.replace(frame + 5, 4, "\xFD\xE8\xFD\xE8");
    CHECK(fault("b.jpg", enormous).find("too many pixels") != std::string::npos);
    CHECK(app::redrawn(pdf).octets == pdf.octets);
    CHECK(app::redrawn(pdf).fault == nullptr);
}

TEST_CASE("a masked copy takes the file's place for readers, a later one that of the first") {
    on_each_database([](TestDatabase& database) {
        const Sent sent{database};
        const auto receipt = sent.send({pdf});
        CHECK_FALSE(sent.mask(1, 1, {"kopia.exe", "MZ"}));
        REQUIRE(sent.mask(1, 1, {"kopia.pdf", "%PDF-1.7 maskad"}));
        REQUIRE(sent.mask(1, 1, {"kopia.pdf", "%PDF-1.7 maskad igen"}));
        const auto file = sent.files(receipt->inspel).front();
        const auto copy = store::copy_of(*database.db, file);
        REQUIRE(copy);
        CHECK(store::bytes_of(*database.db, copy->id) == "%PDF-1.7 maskad igen");
        CHECK(store::bytes_of(*database.db, file.id) == pdf.octets);
        CHECK(sent.files(receipt->inspel).size() == 1);
        CHECK(sent.rows("original_bytes") == 2);
    });
}

TEST_CASE("a file is one of its own inspel and of no other, in its own process and in no other") {
    on_each_database([](TestDatabase& database) {
        const Sent sent{database};
        const auto other = settle(database, "annan");
        REQUIRE(sent.send({pdf}));
        REQUIRE(sent.send({}, "b"));
        for (const int file : {0, -1, 2, 1'000'000})
            CHECK(sent.show(1, file).error().kind == Failure::Kind::not_found);
        CHECK(sent.show(2, 1).error().kind == Failure::Kind::not_found);
        CHECK(database
                  .act(other.revision,
                      [&](auto& act) { return app::show_file(act, 1, 1, app::Showing::shown); })
                  .error()
                  .kind == Failure::Kind::not_found);
        CHECK(sent.show(1, 1));
    });
}

TEST_CASE("erased from view, the files are hidden and their copies gone; destroyed, no byte is left") {
    on_each_database([](TestDatabase& database) {
        const Sent sent{database};
        const auto receipt = sent.send({pdf, {"plan.pdf", "%PDF-1.4 plan"}});
        REQUIRE(sent.mask(1, 1, {"kopia.pdf", "%PDF-1.7 maskad"}));
        REQUIRE(sent.show(1, 1));

        REQUIRE(sent.erase(1, Erasure::Level::unpublished));
        CHECK(sent.rows("original_bytes") == 2);
        CHECK_FALSE(sent.files(receipt->inspel).front().is_shown);
        CHECK(sent.show(1, 1).error().kind == Failure::Kind::conflict);
        CHECK(sent.mask(1, 1, pdf).error().kind == Failure::Kind::conflict);

        REQUIRE(sent.erase(1, Erasure::Level::destroyed));
        CHECK(sent.rows("original_bytes") == 0);
        CHECK(sent.rows("original_file") == 0);
        CHECK(sent.show(1, 1).error().kind == Failure::Kind::not_found);
    });
}
