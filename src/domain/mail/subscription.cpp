#include "domain/mail/subscription.hpp"

#include <charconv>

namespace medskapa {
namespace {

constexpr std::size_t longest_code = 60;

bool is_code(std::string_view text) {
    if (text.empty() || text.size() > longest_code) return false;
    for (const char c : text) {
        const bool is_known = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                              c == '-' || c == '.';
        if (!is_known) return false;
    }
    return true;
}

}  // namespace

std::optional<Followed> read_followed(std::string_view subject) {
    if (subject == "process") return Followed{};
    const auto slash = subject.find('/');
    if (slash == subject.npos) return std::nullopt;
    const auto rest = subject.substr(slash + 1);
    if (subject.substr(0, slash) == "text" && is_code(rest))
        return Followed{Followed::Kind::paragraph, 0, std::string{rest}};
    int number = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    const bool is_number =
        error == std::errc{} && end == rest.data() + rest.size() && number > 0 && rest.front() != '0';
    if (subject.substr(0, slash) != "inspel" || !is_number) return std::nullopt;
    return Followed{Followed::Kind::inspel, number, {}};
}

bool is_digest_due(const Subscriber& subscriber, LocalTime now) {
    constexpr std::chrono::hours morning{7};
    const auto today = std::chrono::floor<std::chrono::days>(now);
    const auto days = today - subscriber.told_until;
    const std::chrono::days pace{subscriber.pace == Subscriber::Pace::daily ? 1 : 7};
    return subscriber.confirmed_at && days >= pace && now - today >= morning;
}

}  // namespace medskapa
