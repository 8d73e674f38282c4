#include "app/act/keep_corrections.hpp"
#include "app/act/record.hpp"
#include "app/correction/correction.hpp"
#include "app/document/draft.hpp"
#include "app/document/standing.hpp"
#include "store/correction/correction_store.hpp"
#include "store/document/document_store.hpp"

namespace medskapa::app {
namespace {

/// What the paragraph of a version says, with what has been corrected of it.
std::string standing_words(sql::Connection& db, const Version& version, const Line& line) {
    const auto right = store::right_words_in(db, version.id.value);
    const auto known = right.find(line.node.code);
    return known == right.end() ? line.text : known->second;
}

/// Who finds a printing error says by that which words are to go, whoever brought them in.
std::vector<Id<Revision>> all_that_go(
    const Act& act, const Document& document, const Line& now, const Edit& edit) {
    std::vector<Id<Revision>> going;
    for (const auto& loss : taken_out(act.db(), document, now, edit.text, edit.seen))
        going.push_back(loss.revision);
    return going;
}

InDraft corrected_in_draft(
    const Act& act, const Document& document, const Line& printed, const Correction& correction) {
    const auto line = store::line_of(act.db(), store::draft_of(act.db(), document.id).id, printed.node.id);
    if (!line) return InDraft::not_there;
    if (line->text == correction.right) return InDraft::was_right;
    Edit edit{printed.node.id, line->text == correction.was ? line->revision : printed.revision,
        correction.right, {{}, reference(correction) + ": " + correction.reason}};
    edit.may_go = all_that_go(act, document, *line, edit);
    return edit_words(act, document, edit) ? InDraft::corrected : InDraft::by_hand;
}

}  // namespace

Result<CorrectedPrint> correct_print(Permitted<Action::freeze_text> act, Id<Version> id,
    const std::string& paragraph, const Correcting& correcting) {
    using Aspect = Correction::Aspect;
    const auto version = store::find_version(act.db(), id);
    const auto node = store::node_named(act.db(), act.process().id, paragraph);
    if (!version || version->process != act.process().id || !version->frozen_at || !node)
        return refuse(Failure::Kind::not_found);
    const auto line = store::line_of(act.db(), id, node->node.id);
    if (!line) return refuse(Failure::Kind::not_found);
    const auto words = checked_words(text_of(correcting.right, Aspect::words, paragraph));
    const auto corrections =
        composed_corrections({{Aspect::words, standing_words(act.db(), *version, *line), paragraph}},
            {{{Aspect::words, words.value_or(std::string{}), paragraph}}, correcting.reason}, Field::text);
    std::vector<Complaint> complaints = words ? std::vector<Complaint>{} : words.error().complaints;
    if (!corrections)
        complaints.insert(
            complaints.end(), corrections.error().complaints.begin(), corrections.error().complaints.end());
    if (!complaints.empty()) return refuse(Failure::Kind::invalid, std::move(complaints));

    const auto document = store::find_document(act.db(), version->document).value();
    const auto object =
        part_named(object_named(ObjectKind::document, document.code), ObjectKind::version, version->number);
    const auto kept = keep_corrections(act, {Correction::Kind::version, id.value, object}, *corrections);
    return CorrectedPrint{kept.front(), corrected_in_draft(act, document, *line, kept.front())};
}

}  // namespace medskapa::app
