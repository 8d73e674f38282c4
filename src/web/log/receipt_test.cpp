#include "engine/openlog/audit/receipt.hpp"
#include "app/log/log_documents.hpp"
#include "base/signer.hpp"
#include "domain/inspel/inspel.hpp"
#include "domain/inspel/receipt_code.hpp"
#include "engine/openlog/audit/audit.hpp"
#include "support/log_pages.hpp"
#include "support/pages.hpp"
#include "web/log/rules.hpp"

using namespace example;

namespace {

/// A person's own receipt file, as it is downloaded.
std::string receipt_of(TestSite& site, const SiteContent& content) {
    return site.get("/processer/rus-2050/kvittens/" + content.code + "/kvitto.txt").body;
}

}  // namespace

TEST_CASE("a receipt's file proves which words were received, also to who does not trust the server") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");

        const auto file = receipt_of(site, content);
        const auto report = openlog::check_receipt(file, {site.log.key.verifier()}, {});

        REQUIRE(report);
        CHECK(report->entry.type == "inspel.received");
        REQUIRE(report->opened.size() == 5);  // three of words, two of files
        CHECK(std::any_of(report->opened.begin(), report->opened.end(),
            [](const auto& one) { return one.value == "lugn\n\nEn fråga till"; }));
        CHECK(file.find("Det här skrev du:\n    lugn") != file.npos);
    });
}

TEST_CASE("words that look like a proof do not stand in a receipt's way") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "c2sp.org/tlog-proof@v1\nindex 0");

        CHECK(openlog::check_receipt(receipt_of(site, content), {site.log.key.verifier()}, {}));
    });
}

TEST_CASE("a receipt that holds is explained, with the words that were received") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");

        const auto response = check_file(site, receipt_of(site, content));

        CHECK(response.status == 200);
        CHECK(holds(response, "Kvittensen stämmer."));
        CHECK(holds(response, "Exakt det här togs emot"));
        CHECK(holds(response, "Det här bevisar den inte"));
        CHECK(header(response, "Cache-Control") == "no-store");
    });
}

TEST_CASE(
    "a receipt with a changed letter, another file and nothing at all prove nothing, and it is said why") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        auto changed = receipt_of(site, content);
        const auto at = changed.rfind("\n— ") - 20;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';

        for (const auto& bytes : {changed, std::string{"hej"}, std::string(100'000, 'x'), std::string{}}) {
            const auto response = check_file(site, bytes);
            CHECK(response.status == 422);
            CHECK_FALSE(holds(response, "Kvittensen stämmer."));
        }
    });
}

TEST_CASE("a receipt whose words were altered never holds, whatever its proof says") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const auto whole = receipt_of(site, content);
        const auto altered = [&](const std::string& from, const std::string& to) {
            auto file = whole;
            REQUIRE(file.find(from) != file.npos);
            return file.replace(file.find(from), from.size(), to);
        };
        for (const auto& file :
            {altered("    lugn", "    oro"), altered("    lugn\n", "    lugn\n    och oro\n"),
                altered("Plats i den öppna loggen: ", "Plats i den öppna loggen: 1"),
                "OBS! Återkallat.\n" + whole, altered("KVITTENS:", "KVITTO, avslaget:"),
                altered("\n    En fråga till", "")}) {
            const auto response = check_file(site, file);
            CHECK(response.status == 422);
            CHECK_FALSE(holds(response, "Kvittensen stämmer."));
            CHECK(holds(response, "En fråga till"));  // what was received is shown
        }
        auto from_windows = std::string{"\xEF\xBB\xBF"};
        for (const char c : whole.substr(0, whole.find("c2sp.org")))
            from_windows += c == '\n' ? "\r\n" : std::string{c};
        CHECK(check_file(site, from_windows + whole.substr(whole.find("c2sp.org"))).status == 200);
    });
}

TEST_CASE("a receipt in another language holds, and so does one with the sender's own code but no other") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const auto file = "/processer/rus-2050/kvittens/" + content.code + "/kvitto.txt";
        CHECK(check_file(site, site.get("/en" + file).body).status == 200);
        auto with_code = site.get(file, "", {{"kod", "ja"}}).body;
        const auto readable = readable_code(content.code);
        REQUIRE(with_code.find(readable) != with_code.npos);
        CHECK(receipt_of(site, content).find(readable) == std::string::npos);
        CHECK(check_file(site, with_code).status == 200);
        with_code.replace(
            with_code.find(readable), readable.size(), readable_code(receipt_code(std::string(20, '7'))));
        CHECK(check_file(site, with_code).status == 422);
    });
}

TEST_CASE("a code finds its entry, the log's own or the sender's, however it is typed") {
    on_each_database([](TestDatabase& database) {
        TestSite site{database};
        const auto content = fill(site, "lugn");
        const auto file = receipt_of(site, content);
        const auto mark = std::string{"Loggkod: "};
        const auto in_log = file.substr(file.find(mark) + mark.size(), 27);

        for (const auto& code : {in_log, text::lower(in_log), content.code}) {
            CAPTURE(code);
            const auto response = site.post("/kontrollera", "", {{"kod", code}});
            CHECK(response.status == 200);
            CHECK(holds(response, "Ett inspel kom in."));
        }
        CHECK(site.post("/kontrollera", "", {{"kod", "0000-0000-0000-0000-0000"}}).status == 422);
    });
}

TEST_CASE("the receipt's page says where the proof is, and before it is signed that it soon will be") {
    detail::on_sqlite([](TestDatabase& database) {
        TestSite site{database};
        SiteContent content;
        detail::fill_desk(site, "lugn", content);
        const auto address = "/processer/rus-2050/kvittens/" + content.code;
        CHECK(holds(site.get(address), "Loggen signeras inom en minut"));
        CHECK(site.get(address + "/kvitto.txt").status == 404);

        site.publish_log();

        CHECK(holds(site.get(address), "kvitto.txt"));
        CHECK(holds(site.get(address), "Kontrollsumman"));
    });
}
