#include "web/staff/provider/services.hpp"

#include "app/staff/identity.hpp"
#include "base/signer.hpp"
#include "store/staff/identity_store.hpp"
#include "web/frame/cookies.hpp"
#include "web/frame/forms/ask_again.hpp"
#include "web/frame/forms/post_form.hpp"
#include "web/frame/sign_in/provider_refusal.hpp"
#include "web/staff/addresses.hpp"
#include "web/staff/one_process.hpp"
#include "web/staff/provider/provider.hpp"
#include "web/ui/forms/form.hpp"

#include <algorithm>

namespace medskapa::web::staff {
namespace {

using Identities = std::vector<store::StaffIdentity>;

const store::StaffIdentity* tied_to(const Identities& identities, const openid::Provider& provider) {
    const auto found = std::find_if(identities.begin(), identities.end(),
        [&](const auto& one) { return one.provider == provider.settings().issuer; });
    return found == identities.end() ? nullptr : &*found;
}

std::string purpose_of_proof(std::string_view provider) {
    return "medskapa.tie-identity.v1\n" + std::string{provider};
}

Html state_of(const Visit& visit, const std::string& label, const store::StaffIdentity* tied) {
    const auto& words = visit.words;
    if (tied == nullptr) return html("<p>{}</p>", words("You do not sign in with {} here.", label));
    const auto since = words(
        "You can sign in with {} since {}.", label, words.moment(visit.site.clock.local(tied->tied_at)));
    return html("<p>{} {}</p>", since, tied->process ? opens_alone(visit, tied->process) : "");
}

Html way_to_change(const Visit& visit, const openid::Provider& provider, bool is_tied) {
    const auto& words = visit.words;
    const auto& name = provider.settings().name;
    const auto label = visit.in(provider.settings().label);
    if (is_tied)
        return post_button(visit, visit.href(address::untie, name),
            ui::submit(words("Stop signing in with {}", label), ui::Weight::small));
    return html(R"(<p id="{}">{}</p>)", id_of_button(provider),
        ui::button_link(visit.href(address::begin_to_tie, name, proof_of_tying(visit, name)),
            words("Sign in with {} and tie it to your account", label), ui::Weight::quiet));
}

Html service_view(const Visit& visit, const openid::Provider& provider, const Identities& identities) {
    const auto* tied = tied_to(identities, provider);
    const auto label = visit.in(provider.settings().label);
    return html("<section><h2>{}</h2>{}{}</section>", visit.words("Sign in with {}", label),
        state_of(visit, label, tied), way_to_change(visit, provider, tied != nullptr));
}

/// What a link from a leader may have set up goes when the person comes by a way of their own.
Html what_goes(const Visit& visit) {
    if (!replaces_what_opens_one_process(visit)) return {};
    return html("<p>{}</p>",
        visit.words("What opens one process alone stops working when you tie a service here: it was set up "
                    "after a link from a process leader, and somebody else may have done it."));
}

Response services_page(const Visit& visit, const ui::Complaints& complaints, int status) {
    const auto& words = visit.words;
    const auto title = words("Sign-in services");
    const auto identities = store::identities_of(visit.db, visit.signed_in->user.id);
    auto content = site_page(visit, title,
        html(
            R"({errors}<h1>{title}</h1><p class="lead">{lead}</p>{goes}<p class="meta">{kept}</p>{services})",
            "errors"_a = ui::error_summary(complaints, words), "title"_a = title,
            "lead"_a = words("Whatever you change here signs you out on all other devices."),
            "goes"_a = what_goes(visit),
            "services"_a = each(providers_for(visit, Comers::staff),
                [&](const auto& provider) { return service_view(visit, *provider, identities); }),
            "kept"_a =
                words("We keep a coded mark by which we know you the next time, never the service's own "
                      "name for you, such as a personal identity number.")));
    content.width = ui::Width::column;
    content.crumbs = {{visit.href(address::own_account), words("Your account")}};
    content.has_errors = !complaints.empty();
    return not_stored(page(content, visit, status));
}

}  // namespace

std::string proof_of_tying(const Visit& visit, std::string_view provider) {
    return signature(purpose_of_proof(provider), visit.session, visit.site.secret);
}

bool is_proof_of_tying(const Visit& visit, std::string_view provider, std::string_view typed) {
    return is_signature(typed, purpose_of_proof(provider), visit.session, visit.site.secret);
}

Html services_in_brief(const Visit& visit) {
    const auto providers = providers_for(visit, Comers::staff);
    if (providers.empty()) return {};
    const auto& words = visit.words;
    const auto identities = store::identities_of(visit.db, visit.signed_in->user.id);
    const auto lines = each(providers, [&](const auto& provider) {
        return state_of(visit, visit.in(provider->settings().label), tied_to(identities, *provider));
    });
    return html("{}<p>{}</p>", lines,
        ui::button_link(
            visit.href(address::own_services), words("Change your sign-in services"), ui::Weight::quiet));
}

Html provider_door(const Visit& visit) {
    const auto providers = providers_for(visit, Comers::staff);
    if (providers.empty()) return {};
    const auto& words = visit.words;
    return html(
        R"(<section aria-labelledby="med-tjanst"><h2 id="med-tjanst">{}</h2><p class="row">{}</p></section>)",
        words("With an account that you have already"), each(providers, [&](const auto& provider) {
            return html(R"(<span id="{}">{}</span>)", id_of_button(*provider),
                ui::button_link(visit.href(address::begin_at_provider, provider->settings().name),
                    words("Sign in with {}", visit.in(provider->settings().label)), ui::Weight::filled));
        }));
}

Response own_services(const Visit& visit) {
    if (!visit.signed_in->is_fresh)
        return ask_again_first(
            visit, visit.href(address::prove_for_services), visit.href(address::own_services));
    return services_page(visit, complaints_about_provider(visit, Comers::staff), 200);
}

Response prove_for_services(const Visit& visit) {
    return see_other(visit.href(address::own_services));
}

Response untie(const Visit& visit) {
    const auto* provider = provider_named(visit, Comers::staff, visit.path.at("provider"));
    if (provider == nullptr) return problem(visit, Failure::Kind::not_found);
    const auto done = visit.write(
        [&](auto& act) { return app::untie_identity(act, visit.session, provider->settings().issuer); });
    if (!done && done.error().complaints.empty()) return problem(visit, done.error().kind);
    if (!done) return services_page(visit, done.error().complaints, status_of(done.error().kind));
    auto response = see_other(visit.href(address::own_services));
    set_session_cookie(response, visit.site, done->session, visit.signed_in->device);
    return response;
}

}  // namespace medskapa::web::staff
