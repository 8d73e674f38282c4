#include "app/document/document_import.hpp"

#include "app/act/transaction.hpp"
#include "app/document/draft_context.hpp"
#include "base/text.hpp"
#include "domain/document/matching.hpp"
#include "domain/field.hpp"
#include "engine/office/read.hpp"

#include <set>

namespace medskapa::app {
namespace {

constexpr std::string_view zip_signature{"PK\x03\x04", 4};

tl::unexpected<Failure> unfit(const char* why) {
    return refuse(Failure::Kind::invalid, {{Field::file, why}});
}

/// Lines of a Markdown that nobody has seen would name nothing.
Failure without_lines(Failure failure) {
    for (auto& complaint : failure.complaints) complaint.place = Field::file;
    return failure;
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
    std::string_view octets, const std::string& code, const std::string& title) {
    if (octets.empty()) return unfit(N_("The file is empty. Choose another"));
    if (!octets.starts_with(zip_signature)) {
        if (!text::is_valid_utf8(octets))
            return unfit(
                N_("The file is neither DOCX, ODT nor Markdown in UTF-8. Save it again as one of them"));
        auto lines = read_manuscript(octets, code);
        if (!lines) return tl::unexpected{lines.error()};
        return ReadFile{*std::move(lines)};
    }
    const auto reading = office::read(octets);
    if (!reading) return tl::unexpected{reading.error()};
    auto lines = read_manuscript(office::markdown_of(reading->blocks, title), code);
    if (!lines) return tl::unexpected{without_lines(lines.error())};
    if (lines->size() < 2) return unfit(N_("The file holds no text but a title. Choose another"));
    return ReadFile{*std::move(lines), reading->pictures};
}

Comparison compared_with_draft(sql::Connection& db, const Document& document, const Lines& written) {
    const auto known = store::lines_of(db, store::draft_of(db, document.id).id);
    auto lines = matched(known, written);
    std::int64_t unseen = 0;  // ids that no node has, so that new lines are told apart
    for (auto& line : lines)
        if (!line.node.id) line.node.id = {--unseen};
    return compared(known, lines);
}

Result<Comparison> replace_text(Permitted<Action::edit_text> act, const Document& document, const Lines& written, const Grounds& given) {
    const auto context = draft_context_of(act, document);
    if (!context) return tl::unexpected{context.error()};
    if (written.empty()) return unfit(N_("The file holds no text but a title. Choose another"));
    const auto known = context->lines(act);
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
