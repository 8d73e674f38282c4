#include "engine/office/markdown/markdown_blocks.hpp"
#include "engine/office/markdown/markdown_parser.hpp"
#include "support/readings.hpp"

#include <random>

using namespace medskapa;
using office::Block;
using office::Run;

namespace {

class Chance {
public:
    explicit Chance(unsigned seed) : random_{seed} {}

    std::size_t below(std::size_t end) { return random_() % end; }
    bool one_in(std::size_t n) { return below(n) == 0; }
    template <class T>
    const T& of(const std::vector<T>& all) {
        return all[below(all.size())];
    }

private:
    std::mt19937 random_;
};

/// Words that look like every mark there is, alone, joined and with blanks.
std::string words(Chance& chance) {
    static const std::vector<std::string> pieces{"skog", "Länet", "å", "10⁶", "2030", "1.", "12)", "#", "##",
        "-", "+", "*", "**", "_", "__", "~", "~~", "~~~", "`", "```", ">", "|", "||", "\\", "\\|", "[", "]",
        "[a](b)", "[^1]", "[x]: y", "![p](q)", "<b>", "<br>", "&amp;", "&#65;", "&", "---",
        "===", "snake_case", "5*3", "a~b", "(", ")", "!", ".", ",", "§", "”", "…", "\u00A0", "\u2011", "{#K}",
        "http://a.b/c_d", "x^2", "\uE000", "=", ":", "\"", "'", "%", "å_ä", "é", "🌲"};
    std::string all;
    for (auto n = 1 + chance.below(5); n > 0; --n) {
        all += chance.of(pieces);
        if (chance.one_in(2)) all += ' ';
    }
    return all;
}

std::vector<Run> runs(Chance& chance) {
    std::vector<Run> all;
    for (auto n = 1 + chance.below(5); n > 0; --n) {
        Run run{.text = words(chance)};
        run.is_bold = chance.one_in(4);
        run.is_italic = chance.one_in(4);
        run.is_struck = chance.one_in(5);
        if (chance.one_in(5)) run.address = "https://example.org/a_(b)?c=d&e=f*";
        run.address = office::linkable(run.address);
        all.push_back(std::move(run));
    }
    return all;
}

std::string marked(Chance& chance) {
    for (;;) {
        office::Marked text;
        for (auto& run : runs(chance)) text.add(std::move(run));
        if (auto markdown = text.markdown(); !office::is_blank(markdown)) return markdown;
    }
}

std::string plain(Chance& chance) {
    for (;;) {
        office::Marked text;
        text.add({.text = words(chance)});
        if (auto words = text.plain().text; !office::is_blank(words)) return words;
    }
}

Block table(Chance& chance) {
    Block block{.kind = Block::Kind::table};
    const auto columns = 2 + chance.below(3);
    for (auto rows = 1 + chance.below(4); rows > 0; --rows) {
        std::vector<std::string> row;
        for (std::size_t n = 0; n < columns; ++n) {
            auto cell = chance.one_in(5) ? std::string{} : marked(chance);
            if (!cell.empty() && chance.one_in(5)) cell += "<br>" + marked(chance);
            row.push_back(std::move(cell));
        }
        row[0] = marked(chance);  // a row of nothing is none
        block.rows.push_back(std::move(row));
    }
    return block;
}

/// A list: its levels go down one at a time, and numbers follow each other or begin anew.
void add_list(Chance& chance, std::vector<Block>& blocks) {
    struct Open {
        bool is_numbered;
        int number;
    };
    std::vector<Open> open;
    for (auto n = 1 + chance.below(6); n > 0; --n) {
        const auto level = chance.below(std::min<std::size_t>(open.size() + 1, 4));
        if (level < open.size()) {
            open.resize(level + 1);
            open.back().number =
                chance.one_in(6) ? static_cast<int>(1 + chance.below(12)) : open.back().number + 1;
        } else {
            open.push_back({chance.one_in(2), chance.one_in(3) ? 7 : 1});
        }
        Block item{.kind = Block::Kind::item, .level = static_cast<int>(level), .text = marked(chance)};
        if (open.back().is_numbered) item.number = std::to_string(open.back().number);
        blocks.push_back(std::move(item));
    }
}

std::vector<Block> document(Chance& chance) {
    std::vector<Block> blocks{{.kind = Block::Kind::title, .text = plain(chance)}};
    int notes = 0;
    for (auto n = chance.below(7); n > 0; --n) {
        const auto kind = chance.below(5);
        if (kind == 0)
            blocks.push_back({.kind = Block::Kind::heading,
                .level = static_cast<int>(1 + chance.below(5)),
                .text = plain(chance)});
        if (kind == 1 && (blocks.back().kind != Block::Kind::item)) add_list(chance, blocks);
        if (kind == 2) blocks.push_back(table(chance));
        if (kind == 3) blocks.push_back({.kind = Block::Kind::quote, .text = marked(chance)});
        if (kind != 4) continue;
        Block paragraph{.text = marked(chance)};
        if (chance.one_in(3)) {
            const auto call = "[^" + std::to_string(++notes) + "]";
            paragraph.text += " ord" + call;
            paragraph.notes.push_back(call + ": " + marked(chance));
        }
        blocks.push_back(std::move(paragraph));
    }
    return blocks;
}

/// The file that leaves with these blocks, as our pages and commands give it out.
template <class MakeWriter>
std::string written(const std::vector<Block>& blocks, MakeWriter make_writer) {
    std::ostringstream out;
    const auto writer = make_writer(out, office::DocumentHead{"Titel", "sv"});
    office::FileSink sink{*writer};
    std::vector<Block> together;
    const auto flush = [&] {
        if (together.empty()) return;
        auto markdown = office::markdown_of(together, "Titel");
        office::add_markdown(sink, markdown.substr(markdown.find('\n') + 1));
        together.clear();
    };
    for (const auto& block : blocks) {
        const bool is_heading = block.kind == Block::Kind::title || block.kind == Block::Kind::heading;
        if (is_heading || block.kind != Block::Kind::item) flush();
        if (is_heading)
            sink.add(office::heading(block.kind == Block::Kind::title ? 1 : block.level + 1, block.text));
        else
            together.push_back(block);
    }
    flush();
    sink.finish();
    return out.str();
}

std::string shown(const std::vector<Block>& blocks) {
    return office::markdown_of(blocks, "Titel");
}

std::string without_blanks(std::string text) {
    text = office::without_signs_of_ours(text);
    std::string seen;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto size = office::blank_at(std::string_view{text}.substr(i));
        if (size == 0) seen += text[i];
        if (size > 1) i += size - 1;
    }
    return seen;
}

/// What a reader sees of a paragraph of Markdown: all words, and those that are struck out, without blanks.
class Seen : public office::MarkdownEvents {
public:
    explicit Seen(const std::string& markdown) {
        REQUIRE(office::parse_markdown(markdown, office::Marks::of_documents, *this));
        REQUIRE(blocks_ <= 1);
    }
    std::string words, struck;

    bool enter_block(MD_BLOCKTYPE type, void*) override {
        blocks_ += type == MD_BLOCK_DOC ? 0 : 1;
        return type == MD_BLOCK_DOC || type == MD_BLOCK_P;
    }
    bool leave_block(MD_BLOCKTYPE, void*) override { return true; }
    bool enter_span(MD_SPANTYPE type, void*) override { return count(type, 1); }
    bool leave_span(MD_SPANTYPE type) override { return count(type, -1); }
    bool text(MD_TEXTTYPE, std::string_view text) override {
        const auto seen = without_blanks(std::string{text});
        words += seen;
        if (struck_ > 0) struck += seen;
        return true;
    }

private:
    bool count(MD_SPANTYPE type, int by) {
        if (type == MD_SPAN_DEL) struck_ += by;
        return type == MD_SPAN_DEL || type == MD_SPAN_EM || type == MD_SPAN_STRONG || type == MD_SPAN_A;
    }

    int blocks_ = 0;
    int struck_ = 0;
};

void check_round_trip(unsigned seed) {
    CAPTURE(seed);
    Chance chance{seed};
    const auto blocks = document(chance);
    for (const auto make : {office::docx_writer, office::odt_writer}) {
        const auto reading = office::read(written(blocks, make));
        REQUIRE(reading);
        REQUIRE(shown(reading->blocks) == shown(blocks));
        REQUIRE(reading->blocks == blocks);
        REQUIRE(reading->left_out.empty());
    }
}

}  // namespace

TEST_CASE("what a paragraph's words and looks are, its Markdown is, whatever signs they hold") {
    for (unsigned seed = 1; seed <= 10'000; ++seed) {
        CAPTURE(seed);
        Chance chance{seed};
        office::Marked text;
        std::string words, struck;
        for (auto& run : runs(chance)) {
            words += run.text;
            if (run.is_struck) struck += run.text;
            text.add(std::move(run));
        }
        const auto markdown = text.markdown();
        CAPTURE(markdown);
        // Looks may be given up, words may not, and what is struck out stays so.
        const Seen seen{markdown};
        REQUIRE(seen.words == without_blanks(words));
        REQUIRE(seen.struck == without_blanks(struck));
    }
}

TEST_CASE("a document that leaves as DOCX or ODT comes back as the same blocks") {
    for (unsigned seed = 1; seed <= 2'000; ++seed) check_round_trip(seed);
}

TEST_CASE("whatever is typed, every part of a file that leaves is well-formed") {
    const std::string hostile = "a\uFFFEb\uFFFF\x01\x0B\x1F<>&\"']]>\xFF\xED\xA0\x80\U0001FFFEz\n \t  c";
    for (const auto make : {office::docx_writer, office::odt_writer}) {
        std::ostringstream out;
        const auto writer = make(out, office::DocumentHead{hostile, hostile, "2026-05-14T10:00:00Z"});
        office::FileSink sink{*writer};
        const office::Span span{hostile, {.leads_to = hostile}};
        const office::Span link{hostile, {.address = "https://example.org/" + hostile}};
        office::Span note{"1"};
        note.note = {span, link};
        auto changed = office::paragraph({{hostile, {.change = office::Look::Change::removed}},
            {hostile, {.change = office::Look::Change::added}}});
        sink.add(office::heading(1, hostile, hostile));
        sink.add(office::paragraph({span, link, note}));
        sink.add(changed);
        office::add_table(sink, {.caption = hostile, .columns = {{hostile}, {hostile}}},
            {{office::cell(hostile), office::cell(hostile)}});
        sink.finish();
        const auto bytes = out.str();
        for (const auto& entry : zip::directory(bytes)) {
            CAPTURE(entry.name);
            const auto part = zip::content(bytes, entry);
            REQUIRE(part);
            if (entry.name != "mimetype") CHECK_FALSE(office::read_xml(*part, {}));
        }
    }
}
