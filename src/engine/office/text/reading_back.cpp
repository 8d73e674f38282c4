#include "engine/office/text/reading_back.hpp"

#include "engine/office/markdown/markdown_parser.hpp"

#include <algorithm>

namespace medskapa::office {
namespace {

/// Words, and for each byte how it looks.
struct Seen {
    std::string words;
    std::string looks;

    void add(std::string_view text, char look) {
        words += text;
        looks.append(text.size(), look);
    }
    bool operator==(const Seen&) const = default;
};

constexpr char bold = 1;
constexpr char italic = 2;
constexpr char struck = 4;
constexpr char linked = 8;

class Reader : public MarkdownEvents {
public:
    Seen seen;
    int blocks = 0;

    bool enter_block(MD_BLOCKTYPE type, void*) override {
        if (type != MD_BLOCK_DOC) ++blocks;
        return type == MD_BLOCK_DOC || type == MD_BLOCK_P;
    }
    bool leave_block(MD_BLOCKTYPE, void*) override { return true; }
    bool enter_span(MD_SPANTYPE type, void*) override {
        look_ = static_cast<char>(look_ | bit_of(type));
        return bit_of(type) != 0;
    }
    bool leave_span(MD_SPANTYPE type) override {
        look_ = static_cast<char>(look_ & ~bit_of(type));
        return true;
    }
    bool text(MD_TEXTTYPE type, std::string_view words) override {
        seen.add(words, look_);
        return type == MD_TEXT_NORMAL;
    }

private:
    static char bit_of(MD_SPANTYPE type) {
        switch (type) {
            case MD_SPAN_STRONG: return bold;
            case MD_SPAN_EM: return italic;
            case MD_SPAN_DEL: return struck;
            case MD_SPAN_A: return linked;
            default: return 0;
        }
    }

    char look_ = 0;
};

/// Blanks look the same, whatever stands around them.
Seen without_looks_of_blanks(Seen seen) {
    for (std::size_t i = 0; i < seen.words.size();) {
        const auto size = blank_at(std::string_view{seen.words}.substr(i));
        std::fill_n(seen.looks.begin() + static_cast<std::ptrdiff_t>(i), size, '\0');
        i += std::max<std::size_t>(size, 1);
    }
    return seen;
}

}  // namespace

bool reads_back(std::string_view markdown, const std::vector<Run>& runs) {
    Seen meant;
    for (const auto& run : runs) {
        const auto look = (run.is_bold ? bold : 0) | (run.is_italic ? italic : 0) |
                          (run.is_struck ? struck : 0) | (run.address.empty() ? 0 : linked);
        meant.add(run.text, static_cast<char>(look));
    }
    Reader reader;
    return parse_markdown(markdown, Marks::of_documents, reader) && reader.blocks <= 1 &&
           without_looks_of_blanks(reader.seen) == without_looks_of_blanks(meant);
}

}  // namespace medskapa::office
