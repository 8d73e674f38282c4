#include "app/document/document_import.hpp"

#include "app/act/seen.hpp"
#include "app/act/transaction.hpp"
#include "app/document/draft_context.hpp"
#include "base/csv/encoding.hpp"
#include "base/text.hpp"
#include "base/text/file_kind.hpp"
#include "domain/document/matching.hpp"
#include "domain/field.hpp"
#include "engine/office/markdown/tidy_markdown.hpp"
#include "engine/office/pictures.hpp"
#include "engine/office/read.hpp"
#include "store/document/seen_versions.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

namespace medskapa::app {
namespace {

/// A DOCX or ODT, a DOC, or a DOCX that is locked.
bool is_of_word_processor(FileKind kind) {
    return kind == FileKind::archive || kind == FileKind::compound;
}

/// Text of a kind that nobody knows. Markdown may hold elements of HTML, also a table first, but does not
/// begin as a page does.
bool may_be_markdown(FileKind kind, std::string_view octets) {
    const bool is_utf16 = octets.starts_with("\xFF\xFE") || octets.starts_with("\xFE\xFF");
    const auto is_control = [](unsigned char c) { return c < '\t'; };
    const bool is_text =
        is_utf16 || text::is_valid_utf8(octets) || std::none_of(octets.begin(), octets.end(), is_control);
    return is_text && (kind == FileKind::unknown || kind == FileKind::html_table);
}

tl::unexpected<Failure> unfit(const char* why) {
    return refuse(Failure::Kind::invalid, {{Field::file, why}});
}

/// The heading that stands last before a line of Markdown.
std::string heading_before(const std::string& markdown, std::int64_t line) {
    std::string heading;
    std::int64_t number = 0;
    for (const auto& row : text::split(markdown, '\n')) {
        if (++number > line) break;
        if (row.starts_with('#')) heading = text::trimmed(row.substr(row.find_first_not_of('#')));
    }
    return heading;
}

/// Lines of a Markdown that nobody has seen would name nothing: the heading does.
Failure named_by_headings(Failure failure, const std::string& markdown) {
    for (auto& complaint : failure.complaints) {
        const auto line = complaint.place.line;
        complaint.place = Field::file;
        if (line == 0 || complaint.holes.empty()) continue;
        complaint.message =
            N_("What stands after the heading “{}” holds a paragraph or table of more than {} characters. "
               "Divide it");
        complaint.holes.insert(complaint.holes.begin(), heading_before(markdown, line));
    }
    return failure;
}

Result<ReadFile> read_markdown(FileKind kind, std::string_view octets, const std::string& code) {
    if (kind == FileKind::web_page)
        return unfit(
            N_("The file is a web page (HTML), whatever its name says. Open it in a word processor "
               "and save it as DOCX or ODT"));
    if (!may_be_markdown(kind, octets))
        return unfit(N_("The file is neither DOCX, ODT nor Markdown. Save it again as one of them"));
    auto tidy = office::tidy_markdown(text::as_utf8(octets));
    auto lines = read_manuscript(tidy.text, code);
    if (!lines) return tl::unexpected{lines.error()};
    return ReadFile{*std::move(lines), std::move(tidy.left_out)};
}

/// The pictures that the blocks show, drawn anew; the blocks name them as they are to be kept.
std::vector<DrawnPicture> drawn_pictures(office::Reading& reading, const IsKept& is_kept) {
    constexpr std::chrono::seconds longest{30};
    const auto ends = std::chrono::steady_clock::now() + longest;
    std::map<std::string, DrawnPicture> pictures;  // by their digests
    for (const auto& picture : reading.pictures) {
        auto made = std::chrono::steady_clock::now() < ends ? drawn(picture.bytes, is_kept) : std::nullopt;
        if (!made) {
            office::leave_out_picture(reading, picture.part);
            continue;
        }
        for (auto& block : reading.blocks)
            if (block.kind == office::Block::Kind::picture && block.address == picture.part)
                block.address = address_of(made->name);
        pictures.emplace(made->name.digest, *std::move(made));
    }
    std::vector<DrawnPicture> all;
    for (auto& [digest, picture] : pictures) all.push_back(std::move(picture));
    return all;
}

/// Gives codes that no node has had.
class Codes {
public:
    Codes(const Act& act, const DraftContext& context) : act_{act}, context_{context} {
        for (auto& code : store::codes_of(act.db(), context.document.id)) taken_.insert(std::move(code));
    }

    /// The one that the line came with, if it is free; else the next of its section.
    std::string free_code(const Line& line, const std::string& heading) {
        const auto start =
            line.node.kind == Node::Kind::section ? context_.document.code + "-x" : heading + "-p";
        auto code = line.node.code;
        while (is_taken(code)) code = start + std::to_string(++last_[start]);
        taken_.insert(code);
        return code;
    }

private:
    bool is_taken(const std::string& code) const {
        return taken_.contains(code) || store::node_named(act_.db(), act_.process().id, code);
    }

    const Act& act_;
    const DraftContext& context_;
    std::set<std::string> taken_;
    std::map<std::string, int> last_;
};

/// The written lines as lines of the document: known ones with their words, new ones added.
Lines kept(const Act& act, const DraftContext& context, const Lines& known, Lines lines) {
    std::map<Id<Node>, const Line*> before;
    for (const auto& line : known) before[line.node.id] = &line;
    Codes codes{act, context};
    std::string heading;
    for (auto& line : lines) {
        if (!line.node.id) {
            line.node.code = codes.free_code(line, heading);
            line = store::add(tx(act), context.document, line);
        } else if (const auto& was = *before.at(line.node.id); was.text == line.text) {
            line.revision = was.revision;
        } else {
            line.revision = store::add_revision(tx(act), context.document, line.node.id, line.text);
        }
        if (line.node.kind == Node::Kind::section) heading = line.node.code;
    }
    return lines;
}

Change change_of(const Difference& difference, const Lines& after) {
    Change change{.kind = Change::Kind::changed, .node = difference.node.id};
    if (difference.before.empty())
        change.kind = Change::Kind::added;
    else if (difference.after.empty())
        change.kind = Change::Kind::removed;
    else if (difference.before == difference.after)
        change.kind = Change::Kind::moved;
    if (const auto place = place_of(after, difference.node.id)) change.after = after[*place].revision;
    return change;
}

}  // namespace

Result<ReadFile> read_document_file(
    std::string_view octets, const std::string& code, const std::string& title, const IsKept& is_kept) {
    if (octets.empty()) return unfit(N_("The file is empty. Choose another"));
    const auto kind = kind_of_file(octets);
    if (!is_of_word_processor(kind)) return read_markdown(kind, octets, code);
    auto reading = office::read(octets);
    if (!reading) return tl::unexpected{reading.error()};
    auto pictures = drawn_pictures(*reading, is_kept);
    const auto markdown = office::markdown_of(reading->blocks, title);
    auto lines = read_manuscript(markdown, code);
    if (!lines) return tl::unexpected{named_by_headings(lines.error(), markdown)};
    if (lines->size() < 2) return unfit(N_("The file holds no text but a title. Choose another"));
    return ReadFile{*std::move(lines), std::move(reading->left_out), std::move(pictures)};
}

Comparison compared_with_draft(sql::Connection& db, const Document& document, const Lines& written) {
    const auto known = store::lines_of(db, store::draft_of(db, document.id).id);
    auto lines = matched(known, written);
    std::int64_t unseen = 0;  // ids that no node has, so that new lines are told apart
    for (auto& line : lines)
        if (!line.node.id) line.node.id = {--unseen};
    return compared(known, lines);
}

Result<Comparison> replace_text(
    Permitted<Action::edit_text> act, const Document& document, const Lines& written, const Grounds& given) {
    const auto context = draft_context_of(act, document);
    if (!context) return tl::unexpected{context.error()};
    if (written.empty()) return unfit(N_("The file holds no text but a title. Choose another"));
    const auto known = context->lines(act);
    demand_seen(act, store::version_of(context->draft, known));
    const auto grounds = compared_with_draft(act.db(), document, written).differences.empty()
                             ? Result<Grounds>{given}
                             : grounds_of(act, *context, given);
    if (!grounds) return tl::unexpected{grounds.error()};

    const auto lines = kept(act, *context, known, matched(known, written));
    store::set_lines(tx(act), context->draft, lines);
    auto comparison = compared(known, lines);
    for (const auto& difference : comparison.differences) {
        note_change(act, *context, change_of(difference, lines), *grounds);
        record_text(act, difference.node, difference.after, *grounds);
    }
    return comparison;
}

}  // namespace medskapa::app
