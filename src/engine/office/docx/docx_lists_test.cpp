#include "support/docx_pieces.hpp"
#include "support/readings.hpp"

using namespace medskapa;
using namespace office_file;
using Counts = office::LeftOutCounts;

using namespace example;

namespace {

std::string with_lists(const std::string& body, const std::string& lists) {
    return docx_text(body, {{"word/numbering.xml", word_xml("numbering", lists)}});
}

}  // namespace

TEST_CASE("numbers are printed as their author sees them") {
    const auto heads = [](const std::string& lists) {
        const auto head = [](int level, const std::string& words) {
            return paragraph(words, "<w:pStyle w:val=\"Rubrik3\"/><w:outlineLvl w:val=\"" +
                                        std::to_string(level) + "\"/><w:numPr><w:ilvl w:val=\"" +
                                        std::to_string(level) + "\"/><w:numId w:val=\"1\"/></w:numPr>");
        };
        return with_lists(head(0, "a") + head(1, "b") + head(0, "c") + head(1, "d"), lists);
    };
    CHECK(heads(abstract(1, level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2")) + num(1, 1)) ==
          "## I a\n\n### I.1 b\n\n## II c\n\n### II.1 d");
    CHECK(heads(abstract(1, level(0, "upperLetter", "Bilaga %1") + level(1, "lowerLetter", "%2)")) +
                num(1, 1)) == "## Bilaga A a\n\n### a b\n\n## Bilaga B c\n\n### a d");
    CHECK(heads(abstract(1, level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>")) +
                num(1, 1)) == "## I a\n\n### 1.1 b\n\n## II c\n\n### 2.1 d");
    CHECK(heads(abstract(1,
                    level(0, "decimal", "%1") + level(1, "decimal", "%2 §", "<w:lvlRestart w:val=\"0\"/>")) +
                num(1, 1)) == "## 1 a\n\n### 1 § b\n\n## 2 c\n\n### 2 § d");
    CHECK(heads(abstract(1, level(0, "decimalZero", "%1") + level(1, "lowerRoman", "%1.%2")) + num(1, 1)) ==
          "## 01 a\n\n### 01.i b\n\n## 02 c\n\n### 02.i d");
    CHECK(heads(abstract(1, "<w:numStyleLink w:val=\"S\"/>") +
                abstract(2,
                    "<w:styleLink w:val=\"S\"/>" + level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")) +
                num(1, 1) + num(2, 2)) == "## 1 a\n\n### 1.1 b\n\n## 2 c\n\n### 2.1 d");
    CHECK(heads(abstract(1, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")) +
                num(1, 1,
                    "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperLetter", "%1") + "</w:lvlOverride>")) ==
          "## A a\n\n### A.1 b\n\n## B c\n\n### B.1 d");
    CHECK(heads(abstract(1, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")) +
                num(1, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"4\"/></w:lvlOverride>")) ==
          "## 4 a\n\n### 4.1 b\n\n## 5 c\n\n### 5.1 d");
}

TEST_CASE("items are counted in letters and in Roman figures, go on where they were, and begin again") {
    const auto lists =
        abstract(1, level(0, "decimal", "%1.") + level(1, "lowerLetter", "(%2)")) +
        abstract(2, level(0, "upperRoman", "%1.")) + num(1, 1) + num(2, 2) +
        num(3, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>");
    CHECK(with_lists(listed(1, 0, "ett") + listed(1, 1, "a") + listed(1, 1, "b") + listed(1, 0, "två"),
              lists) == "1. ett\n    - (a) a\n    - (b) b\n2. två");
    CHECK(with_lists(listed(2, 0, "ett") + listed(2, 0, "två"), lists) == "- I. ett\n- II. två");
    CHECK(with_lists(listed(1, 0, "ett") + paragraph("Mellan.") + listed(1, 0, "två"), lists) ==
          "1. ett\n\nMellan.\n\n2. två");
    CHECK(with_lists(listed(1, 0, "ett") + listed(1, 0, "två") + listed(3, 0, "ett igen"), lists) ==
          "1. ett\n2. två\n1) ett igen");
    CHECK(with_lists(listed(1, 1, "under ett") + listed(1, 1, "under två"), lists) ==
          "- (a) under ett\n- (b) under två");
}

TEST_CASE("a list that stands for a style's list is that list") {
    CHECK(with_lists(listed(7, 0, "Första") + listed(7, 0, "Andra"),
              abstract(6, "<w:styleLink w:val=\"P\"/>" + level(0, "decimal", "%1.")) +
                  abstract(7, "<w:numStyleLink w:val=\"P\"/>") + num(6, 6) + num(7, 7)) ==
          "1. Första\n2. Andra");
}

TEST_CASE("tables keep their columns") {
    const auto c = [](const std::string& text, const std::string& properties = {}) {
        return cell(paragraph(text), properties);
    };
    const auto head = row(c("A") + c("B") + c("C"));
    CHECK(docx_text(table(head + row(c("1") + c("2"), "<w:gridBefore w:val=\"1\"/>"))) ==
          "| A | B | C |\n| --- | --- | --- |\n|  | 1 | 2 |");
    CHECK(docx_text(table(head + row(c("1"), "<w:gridAfter w:val=\"2\"/>") +
                          row(c("1", "<w:gridSpan w:val=\"2\"/>") + c("2")))) ==
          "| A | B | C |\n| --- | --- | --- |\n| 1 |  |  |\n| 1 |  | 2 |");
    CHECK(docx_text(table(row(c("A", "<w:vMerge w:val=\"restart\"/>") + c("B")) +
                          row(cell("<w:p/>", "<w:vMerge/>") + c("2")))) ==
          "| A | B |\n| --- | --- |\n|  | 2 |");
}

TEST_CASE("lists and paragraphs in a cell stay apart, and so do those of a table in a table") {
    CHECK(docx_text(
              table(row(cell(paragraph("Skog")) + cell(listed(2, 0, "Plantera") + listed(2, 0, "Gallra"))) +
                    row(cell(paragraph("ett") + paragraph("två")) + cell(listed(1, 0, "punkt"))))) ==
          "| Skog | 1. Plantera<br>2. Gallra |\n| --- | --- |\n| ett<br>två | • punkt |");
    const auto inner = table(
        row(cell(paragraph("a")) + cell(paragraph("b"))) + row(cell(paragraph("c")) + cell(paragraph("d"))));
    CHECK(docx_text(table(row(cell(inner + "<w:p/>") + cell(paragraph("x"))))) ==
          "| a / b<br>c / d | x |\n| --- | --- |");
    CHECK(docx_text(table(row(cell(styled("Rubrik3", "Ruta") + listed(1, 0, "punkt"))))) ==
          "#### Ruta\n\n- punkt");
}
