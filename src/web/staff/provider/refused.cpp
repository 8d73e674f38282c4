#include "web/staff/provider/refused.hpp"

#include "web/frame/routing/language_address.hpp"
#include "web/staff/addresses.hpp"

namespace medskapa::web::staff {

Reason reason_of(openid::Fault fault) {
    using openid::Fault;
    switch (fault) {
        case Fault::unreachable: return Reason::unreachable;
        case Fault::busy: return Reason::busy;
        case Fault::other_domain: return Reason::other_domain;
        case Fault::too_low_assurance: return Reason::unsure;
        case Fault::not_proved_now: return Reason::not_proved;
        default: return Reason::refused;
    }
}

Reason reason_of(const Failure& failure) {
    if (failure.kind == Failure::Kind::conflict) return Reason::theirs;
    if (failure.kind == Failure::Kind::invalid) return Reason::only_way;
    // Without a sentence the session was not fresh any more, or has ended.
    return failure.complaints.empty() ? Reason::lost : Reason::one_process;
}

std::string address_after(const AttemptCookie& cookie, Reason reason) {
    const auto& page =
        cookie.errand == Errand::tie ? path_to(address::own_services) : path_to(address::ask_for_link);
    return with_query(
        in_language(cookie.language, page), {{"hos", cookie.provider}, {"fel", name_of(reason)}});
}

std::vector<Complaint> complaints_about_provider(const Visit& visit) {
    Reason reason{};
    const auto* provider = provider_named(visit, visit.query("hos"));
    if (provider == nullptr || !find_name<Reason>(visit.query("fel"), reason)) return {};
    return {
        {id_of_button(*provider), name_with(reason).label.sentence, {visit.in(provider->settings().label)}}};
}

const openid::Provider* provider_named(const Visit& visit, std::string_view name) {
    for (const auto& provider : visit.site.door->providers)
        if (provider->settings().name == name) return provider.get();
    return nullptr;
}

std::string id_of_button(const openid::Provider& provider) {
    return "hos-" + provider.settings().name;
}

}  // namespace medskapa::web::staff
