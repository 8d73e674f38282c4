#include "web/referral/words.hpp"

#include "store/document/document_store.hpp"
#include "web/ui/pieces.hpp"

namespace medskapa::web::referral {

std::string shown(Party::Kind kind, const Words& words) {
    switch (kind) {
        case Party::Kind::municipality: return words.in("actor", "Municipality");
        case Party::Kind::region: return words("Region");
        case Party::Kind::state_authority: return words("State authority");
        case Party::Kind::sami: return words("Sámi representatives");
        case Party::Kind::business: return words("Business");
        case Party::Kind::civil_society: return words("Civil society");
        case Party::Kind::neighbour: return words("Neighbouring region or country");
        case Party::Kind::academia: return words("University or school");
        case Party::Kind::other: break;
    }
    return words("Other");
}

std::string shown(Party::State state, const Words& words) {
    switch (state) {
        case Party::State::invited: return words.in("party", "Asked");
        case Party::State::answered: return words("Answered");
        case Party::State::abstained: return words("Will not answer");
        case Party::State::silent: break;
    }
    return words("Has not answered");
}

std::string shown(Position position, const Words& words) {
    switch (position) {
        case Position::approves: return words("Approves");
        case Position::approves_with_changes: return words("Approves, with changes");
        case Position::rejects_parts: return words("Rejects parts of it");
        case Position::rejects: return words("Rejects");
        case Position::no_objection: break;
    }
    return words("Has no objection");
}

std::vector<ui::Choice> kind_choices(const Words& words) {
    std::vector<ui::Choice> choices;
    for (std::size_t i = 0; i < names_of<Party::Kind>.size(); ++i)
        choices.push_back(
            {std::string{names_of<Party::Kind>[i]}, shown(static_cast<Party::Kind>(i), words), {}});
    return choices;
}

std::vector<ui::Choice> position_choices(const Words& words) {
    std::vector<ui::Choice> choices;
    for (std::size_t i = 0; i < names_of<Position>.size(); ++i)
        choices.push_back({std::string{names_of<Position>[i]}, shown(static_cast<Position>(i), words), {}});
    return choices;
}

std::string title_of(const Visit& visit, const Referral& referral) {
    const auto version = store::find_version(visit.db, referral.version).value();
    return store::find_document(visit.db, version.document).value().title + ", " + version.title;
}

std::string text_href(const Visit& visit, const Referral& referral) {
    const auto version = store::find_version(visit.db, referral.version).value();
    return visit.process_href("/dokument/" + store::find_document(visit.db, version.document).value().code +
                              "/version/" + std::to_string(version.number));
}

std::string referral_href(const Visit& visit, const Referral& referral, const std::string& below) {
    return visit.process_href("/remiss/" + std::to_string(referral.number) + below);
}

std::string full_address(const Visit& visit, const std::string& href) {
    return visit.site.base_url + href;
}

Html example_notice(const Visit& visit) {
    if (!visit.process->is_example) return {};
    return ui::notice(ui::Tone::info,
        html("<p>{}</p>",
            visit.words(
                "This is an invented example. What stands under the names of public bodies and others "
                "has not been said by them.")));
}

}  // namespace medskapa::web::referral
