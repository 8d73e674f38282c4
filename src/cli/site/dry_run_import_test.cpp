#include "cli/regional/regional.hpp"
#include "store/files/installation.hpp"
#include "support/command_line.hpp"

#include <nlohmann/json.hpp>

using namespace medskapa;
using namespace medskapa::test;

namespace {

constexpr auto statistic = "region;year;antal\n2321;2024;11\n2326;2024;12\n";

struct Importing {
    Desk desk;
    std::string data = desk.path("data");

    Importing() { (void)store::begin_installation({data, {}}, time::now()); }

    Ended dataset(const std::string& bytes, std::vector<std::string> more) const {
        std::vector<std::string> words{"import", "dataset", desk.put("jobs.csv", bytes), "--data", data,
            "--source", "SCB", "--licence", "CC0", "--dry-run"};
        words.insert(words.end(), more.begin(), more.end());
        const Environment none{"MEDSKAPA_DATABASE", ""};
        return run(cli::add_regional_imports, std::move(words));
    }
};

std::size_t times(const std::string& text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

}  // namespace

TEST_CASE("a dry run that is refused shows how the file was understood all the same") {
    const Importing it;
    const auto refused = it.dataset(statistic, {"--replaces", "7"});
    CHECK(refused.code == 1);
    CHECK(times(refused.out, "region") == 1);
    CHECK(times(refused.out, "2321") == 1);
    CHECK(times(refused.err, "There is no dataset 7") == 1);

    const auto json = nlohmann::json::parse(it.dataset(statistic, {"--replaces", "7", "--json"}).out);
    CHECK(json["right"] == false);
    CHECK(json["rows"] == 2);
    CHECK(json["columns"].size() == 3);
    CHECK(json["causes"].size() == 1);
}

TEST_CASE("a dry run says each warning once, and keeps nothing") {
    const Importing it;
    const auto twice = [&] { return it.dataset(statistic, {}); };
    const auto first = twice();
    CHECK(first.code == 0);
    CHECK(first.out == twice().out);

    const auto noted = std::string{statistic} + "\nSource: SCB\n";
    const auto warned = it.dataset(noted, {});
    const auto json = nlohmann::json::parse(it.dataset(noted, {"--json"}).out);
    REQUIRE(json["left_out"].size() == 1);
    CHECK(times(warned.err + warned.out, json["left_out"][0].get<std::string>()) == 1);
}
