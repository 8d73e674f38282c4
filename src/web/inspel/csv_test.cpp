#include "app/inspel/inspel.hpp"
#include "support/visits.hpp"

#include <set>

using namespace example;

namespace {

constexpr int stored = 450;

void publish(TestDatabase& database, const World& world, int number) {
    REQUIRE(database.act(world.revision, [&](auto& act) -> Result<Inspel> {
        for (int i = 0; i < number; ++i) {
            const auto key = "key-" + hex(random_bytes(8));
            const auto receipt =
                app::receive_inspel(act, world.activity, draft("En bänk vid busshållplatsen"), {key, secret});
            const auto published = app::publish_inspel(act, receipt->number);
            if (i + 1 == number) return published;
        }
        return refuse(Failure::Kind::invalid);
    }));
}

std::vector<std::string> lines_of(const std::string& file) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < file.size(); at = file.find("\r\n", at) + 2)
        lines.push_back(file.substr(at, file.find("\r\n", at) - at));
    return lines;
}

}  // namespace

TEST_CASE("the list as a file holds every inspel once, however many, and none that comes while it is read") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        publish(database, site.world, stored);
        std::string file;
        std::size_t longest = 0;
        auto part = site.get("/processer/rus-2050/inspel.csv");
        for (; part.rest; part = site.answer(*part.rest)) {
            file += part.body;
            longest = std::max(longest, part.body.size());
            publish(database, site.world, 3);
        }
        file += part.body;

        const auto lines = lines_of(file);
        CHECK(lines.size() == stored + 1);
        CHECK(lines.front().starts_with("number,received,"));
        CHECK(std::set<std::string>(lines.begin(), lines.end()).size() == lines.size());
        CHECK(longest < file.size() / 2);
    });
}

TEST_CASE("the list as a file keeps its filter to the end") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        publish(database, site.world, stored);
        const auto rows = [&](const web::http::Fields& filter) {
            std::size_t lines = 0;
            auto part = site.get("/processer/rus-2050/inspel.csv", "", filter);
            for (; part.rest; part = site.answer(*part.rest)) lines += lines_of(part.body).size();
            return lines + lines_of(part.body).size() - 1;
        };

        CHECK(rows({{"q", "bänk & buss"}, {"amne", "resor"}}) == stored);
        CHECK(rows({{"kommun", "outside"}}) == 0);
    });
}

TEST_CASE(
    "the list for a spreadsheet opens by itself: mark, semicolons and Swedish titles, in its first part "
    "alone") {
    on_each_database([](TestDatabase& database) {
        const TestSite site{database};
        publish(database, site.world, stored);
        auto part = site.get("/processer/rus-2050/inspel.csv", "", {{"form", "excel"}});
        const auto first = part.body;
        std::size_t lines = 0;
        for (; part.rest; part = site.answer(*part.rest)) lines += lines_of(part.body).size();
        lines += lines_of(part.body).size();

        CHECK(first.starts_with("\xEF\xBB\xBFNummer;Mottaget;"));
        CHECK(lines == stored + 1);
        CHECK(part.body.find("\xEF\xBB\xBF") == std::string::npos);
        CHECK(part.body.find(';') != std::string::npos);
        CHECK(site.get("/processer/rus-2050/inspel.csv").body.starts_with("number,received,"));
    });
}
