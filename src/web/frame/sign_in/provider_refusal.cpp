#include "web/frame/sign_in/provider_refusal.hpp"

#include "web/frame/sign_in/sign_in_door.hpp"

namespace medskapa::web {
namespace {

/// Of participants no address is wanted, and staff are known to have one.
bool lets_in(const openid::ProviderSettings& settings, Comers comers) {
    return settings.address_claim.empty() == (comers == Comers::participants);
}

/// Nobody has a passphrase here but staff.
const char* sentence_of(Reason reason, Comers comers) {
    if (comers == Comers::participants && reason == Reason::not_proved)
        return N_("We cannot see that you signed in anew with {}. Try again, or let us mail you a link");
    return name_with(reason).label.sentence;
}

}  // namespace

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

std::vector<std::shared_ptr<const openid::Provider>> providers_for(const Visit& visit, Comers comers) {
    auto all = visit.site.door->providers;
    std::erase_if(all, [&](const auto& one) { return !lets_in(one->settings(), comers); });
    return all;
}

const openid::Provider* provider_named(const Visit& visit, Comers comers, std::string_view name) {
    for (const auto& provider : visit.site.door->providers)
        if (provider->settings().name == name && lets_in(provider->settings(), comers)) return provider.get();
    return nullptr;
}

std::string id_of_button(const openid::Provider& provider) {
    return "hos-" + provider.settings().name;
}

std::string address_with(const std::string& page, std::string_view provider, Reason reason) {
    return with_query(page, {{"hos", std::string{provider}}, {"fel", name_of(reason)}});
}

std::vector<Complaint> complaints_about_provider(const Visit& visit, Comers comers) {
    Reason reason{};
    const auto* provider = provider_named(visit, comers, visit.query("hos"));
    if (provider == nullptr || !find_name<Reason>(visit.query("fel"), reason)) return {};
    return {{id_of_button(*provider), sentence_of(reason, comers), {visit.in(provider->settings().label)}}};
}

}  // namespace medskapa::web
