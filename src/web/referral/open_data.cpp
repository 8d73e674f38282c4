#include "store/document/document_store.hpp"
#include "store/referral/referral_store.hpp"
#include "web/referral/changes.hpp"
#include "web/referral/pages.hpp"

#include <nlohmann/json.hpp>

/// A referral for machines: what was asked of whom, who answered, where they stand on each part, and which
/// changes of the text go back to them.
namespace medskapa::web::referral {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
    return text.empty() ? Json{} : Json(text);
}

Json day_or_null(const Visit& visit, const std::optional<Instant>& at) {
    return at ? Json(time::iso(visit.site.clock.day(*at))) : Json{};
}

Json json_of(const ReferralQuestion& question) {
    return {{"number", question.number}, {"text", question.text}, {"part", text_or_null(question.code)}};
}

std::string word_of(Party::State state) {
    switch (state) {
        case Party::State::invited: return "asked";
        case Party::State::answered: return "answered";
        case Party::State::abstained: return "abstained";
        case Party::State::silent: break;
    }
    return "silent";
}

Json json_of(const Visit& visit, const Party& party) {
    return {{"number", party.number}, {"name", party.name}, {"kind", name_of(party.kind)},
        {"last_day", time::iso(party.last_day())}, {"state", word_of(party.state(visit.today()))},
        {"answered", day_or_null(visit, party.answered_at ? party.answered_at : party.declined_at)}};
}

Json json_of(const store::TakenPosition& taken) {
    return {{"part", text_or_null(taken.code)},
        {"question", taken.question == 0 ? Json{} : Json(taken.question)},
        {"position", name_of(taken.position)}};
}

/// Of a published answer: what is public about it.
Json json_of(const Visit& visit, const store::ReceivedAnswer& received, const Json& parts) {
    const auto party = store::find_party(visit.db, received.answer.party);
    const auto kind = received.party_kind.value_or(party_kind_of(received.actor_kind));
    return {{"inspel", "I-" + std::to_string(received.inspel_number)},
        {"party", party ? Json(party->number) : Json{}}, {"sender", text_or_null(received.organisation)},
        {"kind", name_of(kind)}, {"confirmed", received.answer.is_from_whom_it_says()},
        {"received", time::iso(visit.site.clock.day(received.received_at))},
        {"position", received.answer.draft.position}, {"parts", parts},
        {"changes", changes_of(visit.db, received.answer.inspel)}};
}

Json answers_of(const Visit& visit, const Referral& referral) {
    std::map<Id<ReferralAnswer>, Json> parts;
    for (const auto& taken : store::positions_on_parts(visit.db, referral.id))
        parts[taken.answer].push_back(json_of(taken));
    Json answers = Json::array();
    const auto received = store::received_answers(visit.db, referral.id);
    for (const auto& answer : received) {
        if (answer.state != Inspel::State::published) continue;
        const auto found = parts.find(answer.answer.id);
        answers.push_back(json_of(visit, answer, found == parts.end() ? Json::array() : found->second));
    }
    return answers;
}

template <class Items, class Made>
Json list_of(const Items& items, Made made) {
    Json list = Json::array();
    for (const auto& item : items) list.push_back(made(item));
    return list;
}

}  // namespace

Response open_data(const Visit& visit) {
    const auto number = Visit::number(visit.path.at("referral"));
    const auto referral =
        number ? store::referral_numbered(visit.db, visit.process->id, *number) : std::nullopt;
    if (!referral) return problem(visit, Failure::Kind::not_found);
    const auto version = store::find_version(visit.db, referral->version).value();
    const auto document = store::find_document(visit.db, version.document).value();
    const auto parties = store::parties_of(visit.db, referral->id);
    const Json all{{"process", visit.process->slug}, {"referral", referral->number},
        {"document", document.code}, {"version", version.number}, {"sha256", version.digest},
        {"case_number", text_or_null(referral->case_number)},
        {"sent", time::iso(visit.site.clock.day(referral->sent_at))},
        {"last_day", time::iso(referral->deadline)},
        {"questions", list_of(referral->questions, [](const auto& one) { return json_of(one); })},
        {"asked", list_of(parties, [&](const auto& one) { return json_of(visit, one); })},
        {"answers", answers_of(visit, *referral)}};
    Response response;
    response.content_type = "application/json";
    response.headers = {{"Content-Disposition", "attachment; filename=\"remiss.json\""},
        {"Cache-Control", "public, max-age=0, must-revalidate"}};
    response.body = all.dump(1) + "\n";
    return response;
}

}  // namespace medskapa::web::referral
