#include "support/odt_pieces.hpp"
#include "support/readings.hpp"

using namespace medskapa;
using namespace office_file;
using Counts = office::LeftOutCounts;

using namespace example;

namespace {

std::string list(const std::string& items, const std::string& more = {}) {
    return "<text:list text:style-name=\"N\" " + more + ">" + items + "</text:list>";
}

std::string item(const std::string& content) {
    return "<text:list-item>" + content + "</text:list-item>";
}

/// A list style "N": its levels' attributes.
std::string list_style(const std::vector<std::string>& levels) {
    std::string all = "<text:list-style style:name=\"N\">";
    for (std::size_t i = 0; i < levels.size(); ++i)
        all +=
            "<text:list-level-style-number text:level=\"" + std::to_string(i + 1) + "\" " + levels[i] + "/>";
    return all + "</text:list-style>";
}

}  // namespace

TEST_CASE("headings of an ODT are numbered by their list, or by their levels, as they are printed") {
    const auto levels =
        list_style({"style:num-format=\"1\"", "style:num-format=\"1\" text:display-levels=\"2\""});
    CHECK(with_styles(list(item(h(1, "Alfa"))) + p("a") +
                          list(item(list(item(h(2, "Beta")))), "text:continue-numbering=\"true\"") +
                          list(item(h(1, "Gamma")), "text:continue-numbering=\"true\""),
              levels)
              .text == "## 1 Alfa\n\na\n\n### 1.1 Beta\n\n## 2 Gamma");
    const auto outline = [](const std::string& first, const std::string& second) {
        return "<text:outline-style><text:outline-level-style text:level=\"1\" " + first +
               "/><text:outline-level-style text:level=\"2\" " + second + "/></text:outline-style>";
    };
    const auto content = h(1, "a") + h(2, "b") + h(1, "c");
    CHECK(with_styles(
              content, outline("style:num-format=\"I\"", "style:num-format=\"1\" text:display-levels=\"2\""))
              .text == "## I a\n\n### I.1 b\n\n## II c");
    CHECK(with_styles(content,
              outline("style:num-format=\"A\" style:num-prefix=\"Bilaga \"", "style:num-format=\"\""))
              .text == "## Bilaga A a\n\n### b\n\n## Bilaga B c");
    CHECK(with_styles(content, outline("style:num-format=\"1\" text:start-value=\"3\" style:num-suffix=\".\"",
                                   "style:num-format=\"a\" style:num-suffix=\")\""))
              .text == "## 3 a\n\n### a b\n\n## 4 c");
    CHECK(
        with_styles("<text:h text:outline-level=\"1\"><text:number>1</text:number>Ett</text:h>" + h(1, "Två"),
            outline("style:num-format=\"1\"", "style:num-format=\"1\""))
            .text == "## 1 Ett\n\n## 2 Två");
}

TEST_CASE("lists of an ODT go on with each other, begin where they say, and count in letters") {
    const auto numbers = list_style(
        {"style:num-format=\"1\" style:num-suffix=\".\"", "style:num-format=\"a\" style:num-suffix=\")\""});
    CHECK(with_styles(list(item(p("ett"))) + p("Mellan.") +
                          list(item(p("två")), "text:continue-numbering=\"true\"") + p("Mellan.") +
                          list(item(p("ett igen"))),
              numbers)
              .text == "1. ett\n\nMellan.\n\n2. två\n\nMellan.\n\n1. ett igen");
    CHECK(with_styles(list(item(p("ett")), "xml:id=\"l1\"") + list(item(p("annan"))) +
                          list(item(p("två")), "text:continue-list=\"l1\""),
              numbers)
              .text == "1. ett\n1) annan\n2) två");
    CHECK(with_styles(list("<text:list-item text:start-value=\"7\">" + p("sju") + "</text:list-item>" +
                           item(p("åtta"))),
              numbers)
              .text == "7. sju\n8. åtta");
    CHECK(with_styles(list(item(p("ett") + list(item(p("a")) + item(p("b")))) + item(p("två"))), numbers)
              .text == "1. ett\n    - a) a\n    - b) b\n2. två");
    CHECK(with_styles(list(item(list(item(p("under ett")) + item(p("under två"))))),
              list_style({"style:num-format=\"1\"", "style:num-format=\"1\""}))
              .text == "1. under ett\n2. under två");
    CHECK(
        with_styles(list("<text:list-header>" + p("huvud") + "</text:list-header>" + item(p("ett"))), numbers)
            .text == "huvud\n\n1. ett");
}
