#include "web/inspel/files.hpp"

#include "app/inspel/erasure.hpp"
#include "app/inspel/files.hpp"
#include "app/inspel/inspel.hpp"
#include "store/inspel/original_file_store.hpp"
#include "support/pages.hpp"
#include "support/pictures.hpp"

using namespace example;
using namespace std::string_literals;

namespace {

const std::string process = "/processer/rus-2050";
const std::string desk = process + "/handlaggning/inspel/1";
const std::string pdf = "%PDF-1.7\n%\xE2\xE3\xCF\xD3 Kartan";

struct Sender {
    TestSite site;
    std::string leader = site.session(Role::process_leader, site.world.revision);

    explicit Sender(TestDatabase& database) : site{database} {}

    web::Response send(std::vector<web::http::Upload> uploads, const std::string& text = "Se bilden.") const {
        auto asked = site.request(web::http::Method::post, process + "/inspel");
        for (const auto& field : fields_in(site.get(process + "/inspel/nytt").body))
            if (field.first == "nyckel") asked.form.push_back(field);
        for (const auto& [name, value] : web::http::Fields{{"aktivitet", "lamna-inspel"}, {"text", text},
                 {"rubrik", "Min rubrik"}, {"galler", "future-needs"}, {"amne", "resor"}, {"vem", "citizen"}})
            asked.form.emplace_back(name, value);
        asked.uploads = std::move(uploads);
        return site.answer(asked);
    }
    web::Response post(const std::string& below, const web::http::Fields& form,
        const std::vector<web::http::Upload>& uploads = {}) const {
        auto asked = site.request(web::http::Method::post, desk + below, leader);
        asked.form.insert(asked.form.end(), form.begin(), form.end());
        asked.uploads = uploads;
        return site.answer(asked);
    }
    template <class Verb>
    void act(Verb verb) const {
        site.database.act(site.world.revision, verb).value();
    }
    void publish() const {
        act([](auto& act) { return app::publish_inspel(act, 1); });
    }
    void show() const {
        act([](auto& act) { return app::show_file(act, 1, 1, app::Showing::shown); });
    }
    int status_of_public_file() const { return site.get(process + "/inspel/1/fil/1").status; }
};

}  // namespace

TEST_CASE("a photo from a phone: sent, seen by staff, published, given out to be saved, and erased") {
    on_each_database([](TestDatabase& database) {
        const Sender sender{database};
        const auto sent = sender.send({{"fil", "IMG_0001.jpg", example::photo()}});
        REQUIRE(sent.status == 303);
        const auto receipt = header(sent, "Location");
        CHECK(contains(sender.site.get(receipt), "IMG_0001.jpg"));
        CHECK(contains(sender.site.get(receipt), "SHA-256"));
        CHECK(sender.site.get(receipt + "/fil/1").status == 200);
        CHECK(contains(sender.site.get(desk, sender.leader), "IMG_0001.jpg"));
        CHECK(sender.site.get(desk + "/fil/1", sender.leader).content_type == "image/jpeg");
        CHECK(sender.status_of_public_file() == 404);

        REQUIRE(sender.post("/fil/1/visning", {{"visa", "ja"}}).status == 303);
        CHECK(sender.status_of_public_file() == 404);
        sender.publish();
        CHECK(contains(sender.site.get(process + "/inspel/1"), "IMG_0001.jpg"));
        const auto file = sender.site.get(process + "/inspel/1/fil/1");
        CHECK(file.body.starts_with("\xFF\xD8"));
        CHECK(file.body.find("Anna Berg") == file.body.npos);
        CHECK(header(file, "Content-Disposition").starts_with("attachment; "));
        CHECK(header(file, "Content-Security-Policy") == "default-src 'none'; sandbox");
        CHECK(sender.site.get(process + "/inspel/1/fil").body == file.body);

        sender.act([](auto& act) {
            return app::erase_inspel(
                act, 1, {Erasure::Level::destroyed, Erasure::Ground::retention, "RUN/1/2026"});
        });
        CHECK(sender.status_of_public_file() == 404);
        CHECK(sender.site.get(desk + "/fil/1", sender.leader).status == 404);
        CHECK(sender.site.get(receipt + "/fil/1").status == 404);
        CHECK_FALSE(contains(sender.site.get(receipt), "IMG_0001.jpg"));
    });
}

TEST_CASE("a form whose file is refused keeps every word, and says which files must be chosen again") {
    on_each_database([](TestDatabase& database) {
        const Sender sender{database};
        for (const auto& bytes : {"MZ\x90"s, "<svg onload=alert(1)>"s, example::photo().substr(0, 300),
                 "\0\0\0\x18"
                 "ftypheic"s,
                 "%PDF-" + std::string(largest_files, 'x')}) {
            const auto again = sender.send({{"fil", "<b>\"IMG\"</b>.jpg", bytes}, {"fil", "plan.pdf", pdf}});
            CHECK(again.status == 422);
            for (const auto* words : {"Se bilden.", "Min rubrik", "#fil", "plan.pdf", "välj dem igen"})
                CHECK(contains(again, words));
            CHECK_FALSE(contains(again, "<b>\"IMG\"</b>"));
        }
        CHECK(database.db->run("SELECT count(*) AS n FROM original_bytes").front().integer("n") == 0);
    });
}

TEST_CASE("words that are refused say that the file must be chosen again") {
    on_each_database([](TestDatabase& database) {
        const Sender sender{database};
        const auto again = sender.send({{"fil", "plan.pdf", pdf}}, " ");
        CHECK(again.status == 422);
        CHECK(contains(again, "Du hade valt plan.pdf"));
    });
}

TEST_CASE("an empty field for files, as browsers send it, is no file") {
    on_each_database([](TestDatabase& database) {
        const Sender sender{database};
        CHECK(sender.send({{"fil", "", ""}}).status == 303);
        CHECK(database.db->run("SELECT count(*) AS n FROM original_file").front().integer("n") == 0);
    });
}

TEST_CASE("an inspel that is declined, withdrawn or taken back gives none of its files") {
    on_each_database([](TestDatabase& database) {
        const Sender sender{database};
        const auto receipt = header(sender.send({{"fil", "plan.pdf", pdf}}), "Location");
        sender.show();
        sender.publish();
        CHECK(sender.status_of_public_file() == 200);
        sender.act([](auto& act) { return app::reopen_inspel(act, 1); });
        CHECK(sender.status_of_public_file() == 404);
        sender.act([](auto& act) { return app::decline_inspel(act, 1, "off_topic", "Gäller annat."); });
        CHECK(sender.status_of_public_file() == 404);
        CHECK(sender.site.get(receipt + "/fil/1").status == 404);
        CHECK_FALSE(contains(sender.site.get(process + "/inspel/1"), "plan.pdf"));
    });
}

TEST_CASE("who has no right to an inspel's file gets none, whatever address they try") {
    on_each_database([](TestDatabase& database) {
        const Sender sender{database};
        const auto receipt = header(sender.send({{"fil", "plan.pdf", pdf}}), "Location");
        const auto of_another = header(sender.send({}, "Ett annat."), "Location");
        sender.publish();
        const auto elsewhere = sender.site.session(Role::process_leader, sender.site.other.revision);
        for (const auto& session : {""s, elsewhere})
            CHECK(sender.site.get(desk + "/fil/1", session).status != 200);
        for (const auto& address : {process + "/inspel/1/fil/1", process + "/inspel/1/fil/0",
                 process + "/inspel/1/fil/-1", process + "/inspel/1/fil/2", process + "/inspel/1/fil/1%00",
                 process + "/inspel/2/fil/1", of_another + "/fil/1", receipt + "/fil/2",
                 process + "/kvittens/00000000000000000000a/fil/1", "/processer/annan/inspel/1/fil/1"s})
            CHECK(sender.site.get(address).status == 404);
        const auto viewer = sender.site.session(Role::viewer, sender.site.world.revision);
        CHECK(sender.site.get(desk + "/fil/1", viewer).status == 200);
        CHECK(sender.site.post(desk + "/fil/1/visning", viewer, {{"visa", "ja"}}).status == 403);
    });
}

TEST_CASE("readers get the masked copy, staff both, and a copy that is no file is refused beside its field") {
    on_each_database([](TestDatabase& database) {
        const Sender sender{database};
        REQUIRE(sender.send({{"fil", "plan.pdf", pdf}}).status == 303);
        for (const auto& bytes : {""s, "MZ\x90"s}) {
            const auto again =
                sender.post("/fil/1/maskning", {}, {{"maskad-1", bytes.empty() ? "" : "a", bytes}});
            CHECK(again.status == 422);
            CHECK(contains(again, "#maskad-1"));
        }
        REQUIRE(
            sender.post("/fil/1/maskning", {}, {{"maskad-1", "kopia.pdf", "%PDF-1.7 maskad"}}).status == 303);
        sender.show();
        sender.publish();
        CHECK(sender.site.get(process + "/inspel/1/fil/1").body == "%PDF-1.7 maskad");
        CHECK(sender.site.get(desk + "/fil/1", sender.leader).body == pdf);
        CHECK(sender.site.get(desk + "/fil/1", sender.leader, {{"maskad", "ja"}}).body == "%PDF-1.7 maskad");
        const auto page = sender.site.get(process + "/inspel/1");
        CHECK(contains(page, "kopia.pdf"));
        CHECK_FALSE(contains(page, "plan.pdf"));
    });
}

TEST_CASE("two colleagues at one file: the second is told that it was changed") {
    on_each_database([](TestDatabase& database) {
        const Sender sender{database};
        REQUIRE(sender.send({{"fil", "plan.pdf", pdf}}).status == 303);
        const auto page = fields_in(sender.site.get(desk, sender.leader).body);
        sender.act([](auto& act) { return app::mask_file(act, 1, 1, {"kopia.pdf", "%PDF-1.7 maskad"}); });
        web::http::Fields old{{"visa", "ja"}};
        for (const auto& field : page)
            if (field.first == web::seen_name) old.push_back(field);
        CHECK(sender.site.post_as_it_is(desk + "/fil/1/visning", sender.leader, old).status == 409);
    });
}

TEST_CASE("a name is shown and given as a name, whatever was written in it") {
    on_each_database([](TestDatabase& database) {
        const Sender sender{database};
        const auto name =
            "../..\\\x01\"<script>\r\nSet-Cookie: a=b\xE2\x80\xAE"
            "fdp.exe"s;
        REQUIRE(sender.send({{"fil", name, pdf}}).status == 303);
        sender.show();
        sender.publish();
        CHECK_FALSE(contains(sender.site.get(process + "/inspel/1"), "<script>\r"));
        const auto given = header(sender.site.get(process + "/inspel/1/fil/1"), "Content-Disposition");
        for (const auto* part : {"\r", "\n", "/", "\\", "%e2%80%ae", "\x01"})
            CHECK(given.find(part) == given.npos);
        CHECK(given.ends_with(".pdf"));
    });
}

TEST_CASE("a process that takes no files asks for none, and refuses those that are sent all the same") {
    on_each_database([](TestDatabase& database) {
        Sender sender{database};
        sender.act([](auto& act) { return app::take_files(act, FileKinds::none); });
        CHECK_FALSE(contains(sender.site.get(process + "/inspel/nytt"), "type=\"file\""));
        CHECK(sender.send({{"fil", "plan.pdf", pdf}}).status == 422);
        CHECK(sender.send({}).status == 303);
    });
}
