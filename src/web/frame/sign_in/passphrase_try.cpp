#include "web/frame/sign_in/passphrase_try.hpp"

#include "app/staff/sign_in.hpp"
#include "base/digest.hpp"
#include "base/text.hpp"
#include "store/staff/passphrase_store.hpp"
#include "web/frame/sign_in/passkey_try.hpp"
#include "web/frame/sign_in/security_notes.hpp"

namespace medskapa::web {
namespace {

constexpr std::size_t shortest_recovery_code = 16;

/// Too long to be guessed, and so not counted: who is shut out by others' guesses comes in by it.
bool is_recovery_code(const std::string& typed) {
    return base32_normalised(typed).size() >= shortest_recovery_code;
}

app::Arrival arrival(const Visit& visit, Device device) {
    return {std::string{visit.field(code_field)}, device, visit.session, visit.site.secret};
}

SignInTry too_often(std::chrono::seconds wait) {
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
    return {{},
        {{std::string{code_field},
            N_("Too many wrong tries have been made for this address. Try again in {} minutes, write a "
               "recovery "
               "code instead, or let us mail you a link"),
            {std::to_string(minutes)}}},
        429, wait};
}

SignInTry too_many_at_once() {
    return {{},
        {{std::string{passphrase_field},
            N_("Many are signing in just now. Wait a few seconds and try again")}},
        503, std::chrono::seconds{3}};
}

SignInTry came_of(const Result<std::string>& session) {
    if (session) return {*session};
    const bool is_gone = session.error().kind == Failure::Kind::not_found;
    return {{}, session.error().complaints, is_gone ? 410 : 422};
}

/// Tries what costs a guess at the account, unless a recovery code is tried.
template <class Try>
SignInTry counted(const Visit& visit, const std::string& account, Try attempt) {
    auto& guesses = visit.site.door->guesses;
    const auto& network = visit.request.remote_address;
    if (is_recovery_code(std::string{visit.field(code_field)})) return attempt();
    if (const auto wait = guesses.spend(account, network, visit.now)) return too_often(*wait);
    auto tried = attempt();
    if (!tried.session.empty()) guesses.was_right(account, network, visit.now);
    if (tried.status == 503) guesses.give_back(account, network, visit.now);
    return tried;
}

SignInTry compared(const Visit& visit, const std::string& account, Device device) {
    const auto user = store::user_with_address(visit.db, account);
    const auto known = store::passphrase_of(visit.db, user ? user->id : Id<User>{});
    const auto hash = known ? std::optional{known->hash} : std::nullopt;
    const auto fits = visit.site.door->passphrases.fits(visit.field(passphrase_field), hash);
    if (!fits) return too_many_at_once();
    std::optional<app::RightPassphrase> right;
    if (*fits) right = {known->user, known->hash};
    return came_of(visit.write(
        [&](auto& act) { return app::sign_in_with_passphrase(act, right, arrival(visit, device)); }));
}

}  // namespace

bool is_secret_field(std::string_view name) {
    return name == passphrase_field || name == code_field || name == new_passphrase_field ||
           name == passkey_field;
}

void note_try(const Visit& visit, const SignInTry& tried, ProgramWord way, Id<User> account) {
    if (!tried.session.empty())
        return note_security(visit, {.event = SecurityEvent::login_success, .resource = way}, account);
    const ProgramWord why = tried.status == 429   ? ProgramWord{"too_often"}
                            : tried.status == 410 ? ProgramWord{"link_unusable"}
                            : tried.status == 503 ? ProgramWord{"too_many_at_once"}
                                                  : ProgramWord{"wrong"};
    note_security(visit, {.event = SecurityEvent::login_fail, .resource = way, .reason = why}, account);
}

SignInTry try_passphrase(const Visit& visit, const std::string& typed_address, Device device) {
    const auto account = text::lower(text::one_line(typed_address));
    auto tried = counted(visit, account, [&] { return compared(visit, account, device); });
    const auto user = store::user_with_address(visit.db, account);
    note_try(visit, tried, "passphrase", user ? user->id : Id<User>{});
    return tried;
}

SignInTry try_link(const Visit& visit, const std::string& token, Device device) {
    const auto enter = [&] {
        return came_of(
            visit.write([&](auto& act) { return app::sign_in(act, token, arrival(visit, device)); }));
    };
    const auto holder = app::holder_of_link(visit.db, token, visit.now);
    auto tried = holder && holder->is_asked_for_code ? counted(visit, holder->user.email, enter) : enter();
    note_try(visit, tried, "link", holder ? holder->user.id : Id<User>{});
    return tried;
}

Device device_in(const Visit& visit) {
    return visit.field(own_device_field) == "ja" ? Device::own : Device::shared;
}

Html passphrase_input(const Visit& visit, const ui::Complaints& complaints) {
    return ui::text_field({.name = std::string{passphrase_field},
                              .label = visit.words("Passphrase"),
                              .autocomplete = "current-password"},
        ui::Input::password, complaints, visit.words);
}

Html code_input(const Visit& visit, const ui::Complaints& complaints) {
    return ui::text_field(
        {.name = std::string{code_field},
            .label = visit.words("Code"),
            .hint = visit.words("Six digits from the app, a new one each half minute. Or a recovery code."),
            .autocomplete = "one-time-code",
            .is_short = true},
        ui::Input::text, complaints, visit.words);
}

Html own_device_input(const Visit& visit) {
    return ui::checkbox(
        {.name = std::string{own_device_field},
            .label = visit.words("This is my own device. Keep me signed in for the working day"),
            .value = std::string{visit.field(own_device_field)},
            .hint = visit.words("On a shared device you are signed out after half an hour without a click."),
            .is_optional = true},
        {}, visit.words);
}

}  // namespace medskapa::web
