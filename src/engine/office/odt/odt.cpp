#include "engine/office/odt/odt_reader.hpp"
#include "engine/office/read.hpp"

#include <algorithm>
#include <cctype>

namespace medskapa::office {
namespace {

/// Finds, while the styles are read, the heads and feet of pages that hold words.
class PageHeads {
public:
    void open(std::string_view name) {
        if (name.starts_with("style:header") || name.starts_with("style:footer")) is_open_ = true;
        if (name == "style:master-page") has_words_ = false;
    }
    void close(std::string_view name) {
        if (name != "style:header" && name != "style:footer" && name != "style:header-first" &&
            name != "style:footer-first" && name != "style:header-left" && name != "style:footer-left")
            return;
        count_ += has_words_ ? 1 : 0;
        is_open_ = has_words_ = false;
    }
    void text(std::string_view words) {
        const bool has_letters = std::any_of(
            words.begin(), words.end(), [](unsigned char c) { return c >= 0x80 || std::isalpha(c) != 0; });
        has_words_ = has_words_ || (is_open_ && has_letters);
    }
    int count() const { return count_; }

private:
    bool is_open_ = false;
    bool has_words_ = false;
    int count_ = 0;
};

}  // namespace

Result<Reading> read_odt(const Package& package) {
    OdtStyles styles;
    PageHeads page_heads;
    const auto walked = walk(package, "styles.xml",
        {.open =
                [&](auto name, const auto& attributes) {
                    styles.note(name, attributes);
                    page_heads.open(name);
                },
            .close =
                [&](auto name) {
                    styles.leave(name);
                    page_heads.close(name);
                },
            .text = [&](auto words) { page_heads.text(words); }});
    if (!walked) return tl::unexpected{walked.error()};
    OdtReader reader{styles, package};
    if (const auto read = walk(package, "content.xml", reader.events()); !read)
        return tl::unexpected{read.error()};
    if (!reader.is_text()) return unfit(neither_docx_nor_odt);
    auto reading = std::move(reader).reading();
    if (page_heads.count() > 0) reading.left_out[LeftOut::page_head] = page_heads.count();
    return reading;
}

}  // namespace medskapa::office
