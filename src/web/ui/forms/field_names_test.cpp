#include "web/ui/forms/field_names.hpp"

#include <doctest/doctest.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

using namespace medskapa;
using namespace medskapa::web;

namespace {

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file{path};
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_CASE("every field has a name that an element's id can be, and no two have the same") {
    // That there is one name each is checked when compiling: names().
    for (const auto& name : names_of<Field>) {
        CAPTURE(name.word);
        CHECK_FALSE(name.word.empty());
        CHECK(std::all_of(
            name.word.begin(), name.word.end(), [](char c) { return c == '-' || (c >= 'a' && c <= 'z'); }));
    }
}

TEST_CASE("a place is named by its field, by its part, or by both") {
    CHECK(ui::name_in_form({}).empty());
    CHECK(ui::name_in_form(Field::concerns) == "galler");
    CHECK(ui::name_in_form({Field::municipality, "2326"}) == "kommun-2326");
    CHECK(ui::name_in_form("slutar7") == "slutar7");
    CHECK(ui::name_of_column(Field::topic) == "ämne");
    CHECK(ui::name_of_column(Field::concerns) == "gäller");
    CHECK(ui::name_of_column({Field::municipality, ""}) == "kommun");
    CHECK(ui::name_of_column("Fil") == "Fil");
}

TEST_CASE("rules and verbs name fields, never what they are called in a form") {
    const std::regex spelled{R"re(\{\s*"[^"]*",\s*N_\()re"};
    for (const auto* floor : {"src/domain", "src/app"})
        for (const auto& file : std::filesystem::recursive_directory_iterator{floor}) {
            if (file.path().extension() != ".cpp") continue;
            CAPTURE(file.path().string());
            CHECK_FALSE(std::regex_search(text_of(file.path()), spelled));
        }
}
