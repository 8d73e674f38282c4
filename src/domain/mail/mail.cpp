#include "domain/mail/mail.hpp"

#include <algorithm>

namespace medskapa {
namespace {

constexpr std::chrono::minutes first_pause{1};
constexpr std::chrono::minutes longest_pause{120};
constexpr std::chrono::days worth_sending{3};

std::chrono::minutes pause_after(int tries) {
    constexpr int most_doublings = 7;  // 128 minutes
    return std::min(longest_pause, first_pause * (1 << std::min(tries - 1, most_doublings)));
}

Mail ended(Mail mail, Mail::State state, Instant now) {
    mail.state = state;
    mail.ended_at = now;
    return mail;
}

}  // namespace

bool holds_link_that_signs_in(Mail::Kind kind) {
    return kind == Mail::Kind::sign_in_link || kind == Mail::Kind::own_page_link;
}

bool is_too_old(const Mail& mail, Instant now) {
    const auto age = now - mail.made_at;
    return holds_link_that_signs_in(mail.kind) ? age >= mailed_link_life : age >= worth_sending;
}

Mail after_attempt(Mail mail, const Delivery& delivery, Instant now) {
    mail.reply = delivery.reply;
    switch (delivery.outcome) {
        case Delivery::Outcome::accepted: return ended(std::move(mail), Mail::State::sent, now);
        case Delivery::Outcome::refused: return ended(std::move(mail), Mail::State::bounced, now);
        case Delivery::Outcome::unknown: return ended(std::move(mail), Mail::State::unknown, now);
        case Delivery::Outcome::not_now: break;
    }
    mail.state = Mail::State::waiting;
    mail.next_at = now + pause_after(mail.tries);
    return mail;
}

Mail given_up(Mail mail, Instant now) {
    return ended(std::move(mail), Mail::State::bounced, now);
}

Mail lost_sight_of(Mail mail, Instant now) {
    return ended(std::move(mail), Mail::State::unknown, now);
}

Result<Mail> sent_again(Mail mail, Instant now) {
    if (mail.state != Mail::State::unknown) return refuse(Failure::Kind::conflict);
    if (holds_link_that_signs_in(mail.kind)) return refuse(Failure::Kind::not_allowed);
    mail.state = Mail::State::waiting;
    mail.made_at = now;
    mail.next_at = now;
    mail.ended_at.reset();
    return mail;
}

}  // namespace medskapa
