#include "engine/office/markdown/tidy_markdown.hpp"

#include <doctest/doctest.h>

using namespace medskapa::office;
using Counts = LeftOutCounts;

namespace {

std::string tidy(std::string_view typed) {
    return tidy_markdown(typed).text;
}

}  // namespace

TEST_CASE("headings of Markdown are known in each of their forms") {
    CHECK(tidy("# Plan\n\nSkog\n====\n\nText\n\nVatten\noch sjö\n------\n") ==
          "# Plan\n\n# Skog\n\n\nText\n\n## Vatten och sjö\n\n\n");
    CHECK(tidy("# Plan #\n## Skog ##  \n### C# \n## Mål {#RUS-1}\n") ==
          "# Plan\n## Skog\n### C#\n## Mål {#RUS-1}\n");
    CHECK(tidy("  ## Inåt\n##\tTabb\n##\n#skog är ett ord\n") == "## Inåt\n## Tabb\n\n\\#skog är ett ord\n");
    CHECK(tidy("### # ###") == "### #");
}

TEST_CASE("what only looks like an underlined heading is none") {
    for (const auto* text : {"- punkt\n---", "Text\n\n---\n", "| A |\n|---|\n", "> citat\n---",
             "[RUS-1-p1] Ord\n---", "```\nSkog\n====\n```", "---", "1. ett\n---", "    kod\n---"})
        CHECK(tidy(text) == text);
}

TEST_CASE("front matter and comments are no text, and a title there is the title") {
    const auto matter = tidy_markdown("---\ntitle: \"Länets plan\"\nauthor: N. N.\n---\n\nIngress.\n");
    CHECK(matter.text == "# Länets plan\n\n\n\n\nIngress.\n");
    CHECK(matter.left_out == Counts{{LeftOut::front_matter, 1}});
    CHECK(tidy("---\ntitle: X\n---\n# Planen\n") == "\n\n\n# Planen\n");
    CHECK(tidy("% Länets plan\n% N. N.\n\nOrd.\n") == "# Länets plan\n\n\nOrd.\n");
    CHECK(tidy("+++\ntitle = \"Planen\"\n+++\nOrd.\n") == "# Planen\n\n\nOrd.\n");
    const auto comment = tidy_markdown(
        "# A\n\nSynligt.<!-- INTERNT --> Mer.\n<!--\nDOLT\n-->\nSlut \\<!-- kvar -->\n`<!-- kod -->`\n");
    CHECK(comment.text == "# A\n\nSynligt. Mer.\n\n\n\nSlut \\<!-- kvar -->\n`<!-- kod -->`\n");
    CHECK(comment.left_out == Counts{{LeftOut::hidden, 2}});
    CHECK(tidy("a <!-- utan slut\n\nb") == "a <!-- utan slut\n\nb");
}

TEST_CASE("links hold their address, and pictures become their words") {
    CHECK(tidy("Se [planen][1], [målen][] och [lagen].\n\n[1]: https://a.b/c \"Plan\"\n[Målen]: "
               "<https://a.b/d>\n[lagen]: https://a.b/e\n") ==
          "Se [planen](https://a.b/c), [målen](https://a.b/d) och [lagen](https://a.b/e).\n\n\n\n\n");
    const auto pictures = tidy_markdown("![Karta](a.png) [fil](plan.md) [x](https://a.b/c_(d)) [ ] [y]\n");
    CHECK(pictures.text == "Karta [fil](plan.md) [x](https://a.b/c_(d)) [ ] [y]\n");
    CHECK(pictures.left_out == Counts{{LeftOut::picture, 1}, {LeftOut::address, 1}});
    CHECK(tidy("\\[a](b) `[c][1]`\n\n[1]: https://a.b\n") == "\\[a](b) `[c][1]`\n\n\n");
}

TEST_CASE("footnotes have numbers and stand after what calls them") {
    CHECK(tidy("# A\n\nOrd[^lag] och[^2].\n\nMer.\n\n[^lag]: Lagen\n  går vidare.\n[^2]: Två.\n") ==
          "# A\n\nOrd[^1] och[^2].\n\n[^1]: Lagen går vidare.\n\n[^2]: Två.\n\nMer.\n\n");
    for (const auto* sound : {"Ord[^7].\n\n[^7]: Sju.\n\nMer.\n", "Ord[^1] två[^2].\n\n[^1]: a\n\n[^2]: b\n",
             "[^3]: ingen kallar\n\nOrd.\n", "```\n[^a]\n\n[^a]: x\n```\n"})
        CHECK(tidy(sound) == sound);
}

TEST_CASE("our own texts come out of tidying as they were") {
    const std::string ours =
        "# Länet {#RUS}\n\n## 1 Vision # {#RUS-1}\n\n[RUS-1-p1] Ord \\# och **fet** [a](https://b.c).\n\n"
        "[RUS-1-p2] 1. ett\n    - a\n2. två\n\n[RUS-1-p3] | A | B |\n| --- | --- |\n| a<br>b | c |\n\n"
        "[RUS-1-p4] Not[^1].\n\n[^1]: Se *lagen*.\n";
    CHECK(tidy_markdown(ours).text == ours);
    CHECK(tidy_markdown(ours).left_out.empty());
}
