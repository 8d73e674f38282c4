#include "store/document/document_store.hpp"
#include "store/site/site_store.hpp"
#include "web/inspel/files.hpp"
#include "web/referral/form.hpp"

namespace medskapa::web::referral {
namespace {

/// The municipality that a municipal party is.
std::string municipality_of(const Visit& visit, const Party& party) {
    if (party.kind != Party::Kind::municipality) return {};
    for (const auto& place : store::municipalities_of(visit.db, visit.process->id))
        if (party.name.starts_with(place.name)) return place.code;
    return {};
}

std::string title_from(const Visit& visit, const std::string& organisation) {
    return organisation.empty() ? visit.words("Consultation answer")
                                : visit.words("Consultation answer from {}", organisation);
}

/// What was typed and chosen for one part, from its two fields.
void read_part(const Visit& visit, std::vector<AnswerPart>& parts, AnswerPart part) {
    part.text = std::string{visit.field(field_about(part))};
    if (!part.is_of_the_whole()) part.position = std::string{visit.field(position_field(part))};
    if (!part.text.empty() || !part.position.empty()) parts.push_back(std::move(part));
}

}  // namespace

std::string field_about(const AnswerPart& part) {
    if (part.question != 0) return "fraga-" + std::to_string(part.question);
    return part.code.empty() ? "text" : "del-" + part.code;
}

std::string position_field(const AnswerPart& part) {
    return "stallning-" + field_about(part);
}

std::string wordless(const Visit& visit, const std::string& position, bool has_files) {
    Position taken{};
    if (has_files) return visit.words("The answer is in the file that came with it.");
    return find_name<Position>(position, taken) ? shown(taken, visit.words) + '.' : std::string{};
}

app::Submission typed_answer(
    const Visit& visit, const Referral& referral, const std::optional<Party>& party) {
    auto submission = empty_answer(visit, referral, party);
    auto& draft = submission.draft;
    const auto text = [&](const std::string& name) { return std::string{visit.field(name)}; };
    draft.position = text("stallning");
    read_part(visit, draft.parts, {});
    for (const auto& question : referral.questions)
        read_part(visit, draft.parts, {.code = {}, .text = {}, .question = question.number});
    for (const auto& line : store::lines_of(visit.db, referral.version))
        read_part(visit, draft.parts, {.code = line.node.code, .text = {}});
    draft.case_number = text("ert-diarienummer");
    draft.contact = text("kontakt");
    draft.author = text("skrivet-av");
    if (!party) {
        draft.organisation = text("organisation");
        draft.actor_kind = text("vem");
    }
    draft.title = title_from(visit, draft.organisation);
    submission.files = inspel::typed_files(visit);
    draft.wordless = wordless(visit, draft.position, !submission.files.empty());
    submission.seen = text("sett");
    return submission;
}

app::Submission empty_answer(
    const Visit& visit, const Referral& referral, const std::optional<Party>& party) {
    app::Submission submission{referral, party, {}, {}, visit.today()};
    submission.draft.language = visit.words.tag();
    submission.draft.actor_kind = name_of(ActorKind::citizen);
    if (party) {
        submission.draft.organisation = party->name;
        submission.draft.actor_kind = name_of(actor_kind_of(party->kind));
        submission.draft.municipality = municipality_of(visit, *party);
    }
    return submission;
}

}  // namespace medskapa::web::referral
