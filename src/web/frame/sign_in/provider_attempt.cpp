#include "web/frame/sign_in/provider_attempt.hpp"

#include "base/base64url.hpp"
#include "base/digest.hpp"
#include "base/secret/encrypted.hpp"
#include "base/text.hpp"

#include <fmt/format.h>
#include <charconv>

namespace medskapa::web {
namespace {

constexpr auto purpose = "medskapa.sign-in-attempt.v1";
constexpr std::size_t parts_written = 9;

std::optional<Instant> moment_in(const std::string& text) {
    std::int64_t milliseconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), milliseconds);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return Instant{std::chrono::milliseconds{milliseconds}};
}

}  // namespace

std::string written(const AttemptCookie& cookie, const std::string& secret) {
    const auto& attempt = cookie.attempt;
    const auto text = fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", name_of(cookie.errand),
        cookie.provider, cookie.begun.time_since_epoch().count(), cookie.language.tag(), cookie.session,
        cookie.home, attempt.state, attempt.nonce, attempt.verifier);
    return base64url(encrypted(purpose, text, secret));
}

std::optional<AttemptCookie> read_attempt(std::string_view value, const std::string& secret, Instant now) {
    const auto bytes = from_base64url(value);
    const auto plain = bytes ? decrypted(purpose, *bytes, secret) : std::nullopt;
    if (!plain) return std::nullopt;
    const auto parts = text::split(*plain, '\n');
    AttemptCookie cookie;
    if (parts.size() != parts_written || !find_name<Errand>(parts[0], cookie.errand)) return std::nullopt;
    const auto begun = moment_in(parts[2]);
    if (!begun || now < *begun || now - *begun > longest_at_provider) return std::nullopt;
    cookie.provider = parts[1];
    cookie.begun = *begun;
    cookie.language = language_with_tag(parts[3]);
    cookie.session = parts[4];
    cookie.home = parts[5];
    cookie.attempt = {parts[6], parts[7], parts[8], std::nullopt};
    if (asks_anew(cookie.errand)) cookie.attempt.proved_since = begun;
    return cookie;
}

bool asks_anew(Errand errand) {
    return errand == Errand::prove || errand == Errand::own_page;
}

std::string mark_of_session(const std::string& session) {
    return session.empty() ? session : hex(as_text(sha256("medskapa.session-mark.v1\n" + session)));
}

}  // namespace medskapa::web
