#include "base/text.hpp"
#include "engine/office/assembly.hpp"
#include "engine/office/docx_styles.hpp"
#include "engine/office/read.hpp"

#include <set>

namespace medskapa::office {
namespace {

using Texts = std::map<std::string, std::string>;

bool is_on(const Attributes& attributes) {
    const auto value = attributes.get("w:val");
    return value != "0" && value != "false" && value != "off" && value != "none";
}

/// What is not text to read: taken out by a change that is noted, how it was before one, written otherwise
/// next to it, or a field's code.
bool is_left_out(std::string_view name) {
    static const std::set<std::string_view> names{"w:del", "w:moveFrom", "w:pPrChange", "w:rPrChange",
        "mc:Fallback", "w:instrText", "w:delText", "w:delInstrText"};
    return names.contains(name);
}

/// Where relations of this part lead.
Result<Texts> relations_of(const Package& package) {
    Texts targets;
    const auto walked = walk(package, "word/_rels/document.xml.rels",
        {.open = [&](std::string_view name, const Attributes& attributes) {
            if (name == "rel:Relationship") targets[attributes.get("Id")] = attributes.get("Target");
        }});
    if (!walked) return tl::unexpected{walked.error()};
    return targets;
}

/// A link leads somewhere; all else that lies elsewhere would be fetched by whoever opens the file.
Result<bool> has_all_its_parts(const Package& package) {
    bool has_all = true;
    for (const auto& name : package.names_ending(".rels")) {
        const auto walked = walk(package, name, {.open = [&](std::string_view element, const Attributes& a) {
            if (element == "rel:Relationship" && a.get("TargetMode") == "External" &&
                !a.get("Type").ends_with("/hyperlink"))
                has_all = false;
        }});
        if (!walked) return walked;
    }
    if (!has_all) return unfit(fetches_from_elsewhere);
    return true;
}

/// Footnotes, or endnotes, by their ids.
Result<Texts> notes_of(const Package& package, const std::string& part, const std::string& element) {
    Texts notes;
    std::string id;
    Marked note;
    bool is_text = false;
    const auto walked = walk(package, part,
        {.open =
                [&](std::string_view name, const Attributes& attributes) {
                    if (name == element) {
                        note = {};
                        id = attributes.find("w:type").value_or("normal") == "normal" ? attributes.get("w:id")
                                                                                      : "";
                    }
                    if (name == "w:p") note.add({" "});
                    is_text = name == "w:t";
                },
            .close =
                [&](std::string_view name) {
                    is_text = false;
                    if (name == element && !id.empty()) notes[id] = note.markdown();
                },
            .text =
                [&](std::string_view text) {
                    if (is_text) note.add({std::string{text}});
                }});
    if (!walked) return tl::unexpected{walked.error()};
    return notes;
}

class DocxReader {
public:
    DocxReader(DocxStyles& styles, Texts targets, Texts footnotes, Texts endnotes)
        : styles_{styles},
          targets_{std::move(targets)},
          footnotes_{std::move(footnotes)},
          endnotes_{std::move(endnotes)} {}

    XmlEvents events() {
        return {.open = [this](auto name, const auto& attributes) { open(name, attributes); },
            .close = [this](auto name) { close(name); },
            .text =
                [this](auto text) {
                    if (is_text_ && left_out_ == 0) add(std::string{text});
                }};
    }
    Reading reading() && { return std::move(assembly_).reading(); }

private:
    void open(std::string_view name, const Attributes& attributes) {
        if (left_out_ > 0 || is_left_out(name)) {
            ++left_out_;
            return;
        }
        if (name == "w:p") return begin_paragraph();
        if (name == "w:pPr") in_properties_ = true;
        if (in_properties_) return note_property(name, attributes);
        if (name == "w:r") run_ = {.address = link_};
        if (name == "w:t" || name == "m:t") is_text_ = true;
        if (name == "w:b") run_.is_bold = is_on(attributes);
        if (name == "w:i") run_.is_italic = is_on(attributes);
        if (name == "w:tab" || name == "w:br" || name == "w:cr") add(" ");
        if (name == "w:noBreakHyphen") add("\u2011");
        if (name == "w:hyperlink") link_ = target(attributes.get("r:id"));
        if (name == "w:footnoteReference") call_note(footnotes_, attributes.get("w:id"));
        if (name == "w:endnoteReference") call_note(endnotes_, attributes.get("w:id"));
        if (name == "w:drawing" || name == "w:pict") assembly_.leave_out_picture();
        open_in_table(name, attributes);
    }

    void open_in_table(std::string_view name, const Attributes& attributes) {
        if (name == "w:tbl") assembly_.begin_table();
        if (name == "w:tr") assembly_.begin_row();
        if (name == "w:tc") {
            assembly_.begin_cell();
            spans_.push_back(1);
        }
        if (name == "w:gridSpan" && !spans_.empty()) spans_.back() = attributes.number("w:val", 1);
    }

    void close(std::string_view name) {
        if (left_out_ > 0) {
            --left_out_;
            return;
        }
        if (name == "w:t" || name == "m:t") is_text_ = false;
        if (name == "w:pPr") in_properties_ = false;
        if (name == "w:hyperlink") link_.clear();
        if (name == "w:p") end_paragraph();
        if (name == "w:tc" && !spans_.empty()) {
            assembly_.end_cell(spans_.back());
            spans_.pop_back();
        }
        if (name == "w:tbl") assembly_.end_table();
    }

    void begin_paragraph() {
        assembly_.begin_paragraph();
        paragraphs_.emplace_back();
        run_ = {};
    }

    void note_property(std::string_view name, const Attributes& attributes) {
        if (paragraphs_.empty()) return;
        auto& style = paragraphs_.back();
        if (name == "w:pStyle") style.style = attributes.get("w:val");
        if (name == "w:outlineLvl") style.outline = attributes.number("w:val", 9);
        if (name == "w:numId") style.list = attributes.get("w:val");
        if (name == "w:ilvl") style.level = attributes.number("w:val", 0);
    }

    void end_paragraph() {
        if (paragraphs_.empty()) return;
        const auto style = paragraphs_.back();
        paragraphs_.pop_back();
        auto block = block_of(styles_.resolved(style));
        if (styles_.role_of(style.style) == DocxStyles::Role::contents) return assembly_.drop_paragraph();
        assembly_.end_paragraph(std::move(block));
    }

    /// What the paragraph is. It counts in its list even where it is empty, as in a word processor.
    Block block_of(const ParagraphStyle& style) {
        Block block;
        const auto role = styles_.role_of(style.style);
        const auto number = styles_.next_number(style);
        if (role == DocxStyles::Role::title) {
            block.kind = Block::Kind::title;
        } else if (const auto level = styles_.heading_level(style); level > 0) {
            block.kind = Block::Kind::heading;
            block.level = level;
            if (number) block.number = number->printed;
        } else if (styles_.is_in_list(style)) {
            block.kind = Block::Kind::item;
            block.level = static_cast<int>(styles_.level_of(style));
            if (number) block.number = std::to_string(number->own);
        } else if (role == DocxStyles::Role::quote) {
            block.kind = Block::Kind::quote;
        }
        return block;
    }

    void add(std::string text) {
        auto run = run_;
        run.text = std::move(text);
        assembly_.add(std::move(run));
    }

    std::string target(const std::string& id) const {
        const auto found = targets_.find(id);
        return found == targets_.end() ? std::string{} : found->second;
    }

    void call_note(const Texts& notes, const std::string& id) {
        if (const auto note = notes.find(id); note != notes.end()) assembly_.call_note(note->second);
    }

    DocxStyles& styles_;
    Texts targets_, footnotes_, endnotes_;
    Assembly assembly_;
    std::vector<ParagraphStyle> paragraphs_;  // the open ones: a frame's stand within another
    std::vector<int> spans_;                  // of the open cells
    Run run_;
    std::string link_;
    int left_out_ = 0;  // how deep in what is left out
    bool in_properties_ = false;
    bool is_text_ = false;
};

}  // namespace

Result<Reading> read_docx(const Package& package) {
    if (const auto whole = has_all_its_parts(package); !whole) return tl::unexpected{whole.error()};
    auto styles = DocxStyles::read(package);
    if (!styles) return tl::unexpected{styles.error()};
    auto targets = relations_of(package);
    if (!targets) return tl::unexpected{targets.error()};
    auto footnotes = notes_of(package, "word/footnotes.xml", "w:footnote");
    if (!footnotes) return tl::unexpected{footnotes.error()};
    auto endnotes = notes_of(package, "word/endnotes.xml", "w:endnote");
    if (!endnotes) return tl::unexpected{endnotes.error()};
    DocxReader reader{*styles, *std::move(targets), *std::move(footnotes), *std::move(endnotes)};
    if (const auto walked = walk(package, "word/document.xml", reader.events()); !walked)
        return tl::unexpected{walked.error()};
    return std::move(reader).reading();
}

}  // namespace medskapa::office
