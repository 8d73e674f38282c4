#include "engine/office/docx/docx_reader.hpp"
#include "engine/office/read.hpp"

#include <algorithm>

namespace medskapa::office {
namespace {

/// What every part of a DOCX is read with.
struct Common {
    const Package& package;
    const DocxStyles& styles;
    DocxNumbering& numbering;
    LeftOutCounts left_out = {};

    void add(const LeftOutCounts& counts) {
        for (const auto& [kind, times] : counts) left_out[kind] += times;
    }
};

/// Reads a part, and once more without its fields where one of them has no end.
Result<bool> read_part(const Common& common, const std::string& part, const Relations& relations,
    std::optional<DocxReader>& reader, const std::function<void(DocxReader&)>& prepare = {}) {
    for (const auto fields : {Fields::read, Fields::ignored}) {
        common.numbering.begin_again();
        reader.emplace(common.styles, common.numbering, relations, fields);
        if (prepare) prepare(*reader);
        const auto walked = walk(common.package, part, reader->events());
        if (!walked || !*walked || reader->fields_are_whole()) return walked;
    }
    return true;
}

Result<NotesById> notes_of(Common& common, const std::string& part) {
    const auto relations = Relations::read(common.package, part);
    if (!relations) return tl::unexpected{relations.error()};
    std::optional<DocxReader> reader;
    if (const auto read = read_part(common, part, *relations, reader); !read)
        return tl::unexpected{read.error()};
    auto notes = std::move(*reader).notes();
    const auto reading = std::move(*reader).reading();
    common.add(reading.left_out);
    // A note is words alone.
    const auto pictures = std::count_if(reading.blocks.begin(), reading.blocks.end(),
        [](const Block& block) { return block.kind == Block::Kind::picture; });
    if (pictures > 0) common.add({{LeftOut::picture, static_cast<int>(pictures)}});
    return notes;
}

/// How many elements of a name a part has, and whether it has words.
struct Counted {
    int elements = 0;
    bool has_words = false;
};
Result<Counted> counted(const Package& package, const std::string& part, std::string_view element) {
    Counted counted;
    bool is_words = false;
    const auto walked = walk(package, part,
        {.open =
                [&](std::string_view name, const Attributes&) {
                    if (name == element) ++counted.elements;
                    is_words = name == "w:t";
                },
            .close = [&](std::string_view) { is_words = false; },
            .text =
                [&](std::string_view words) {
                    const bool has_letters = std::any_of(words.begin(), words.end(),
                        [](unsigned char c) { return c >= 0x80 || std::isalpha(c) != 0; });
                    counted.has_words = counted.has_words || (is_words && has_letters);
                }});
    if (!walked) return tl::unexpected{walked.error()};
    return counted;
}

/// Comments, and the heads and feet of pages, are only counted.
Result<bool> count_what_is_around(Common& common, const Relations& relations) {
    for (const auto& relation : relations.all()) {
        const bool is_page_head = relation.type == "header" || relation.type == "footer";
        if (relation.is_elsewhere || (!is_page_head && relation.type != "comments")) continue;
        const auto found = counted(common.package, relation.target, "w:comment");
        if (!found) return tl::unexpected{found.error()};
        if (is_page_head && found->has_words) common.add({{LeftOut::page_head, 1}});
        if (!is_page_head && found->elements > 0) common.add({{LeftOut::comment, found->elements}});
    }
    return true;
}

Result<Reading> read_main_part(Common& common, const std::string& part, const Relations& relations) {
    auto footnotes = notes_of(common, relations.part("footnotes", "word/footnotes.xml"));
    if (!footnotes) return tl::unexpected{footnotes.error()};
    auto endnotes = notes_of(common, relations.part("endnotes", "word/endnotes.xml"));
    if (!endnotes) return tl::unexpected{endnotes.error()};
    std::optional<DocxReader> reader;
    const auto read = read_part(
        common, part, relations, reader, [&](DocxReader& fresh) { fresh.set_notes(*footnotes, *endnotes); });
    if (!read) return tl::unexpected{read.error()};
    if (!reader->is_text()) return unfit(neither_docx_nor_odt);
    if (const auto counted = count_what_is_around(common, relations); !counted)
        return tl::unexpected{counted.error()};
    auto reading = std::move(*reader).reading();
    common.add(reading.left_out);
    reading.left_out = common.left_out;
    std::erase_if(reading.left_out, [](const auto& one) { return one.second <= 0; });
    return reading;
}

}  // namespace

Result<Reading> read_docx(const Package& package, const std::string& part) {
    const auto relations = Relations::read(package, part);
    if (!relations) return tl::unexpected{relations.error()};
    const auto styles = DocxStyles::read(package, relations->part("styles", "word/styles.xml"));
    if (!styles) return tl::unexpected{styles.error()};
    auto numbering =
        DocxNumbering::read(package, relations->part("numbering", "word/numbering.xml"), *styles);
    if (!numbering) return tl::unexpected{numbering.error()};
    Common common{package, *styles, *numbering};
    return read_main_part(common, part, *relations);
}

}  // namespace medskapa::office
