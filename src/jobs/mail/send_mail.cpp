#include "jobs/mail/send_mail.hpp"

#include "app/mail/following.hpp"
#include "app/mail/mail.hpp"
#include "store/sql/connection.hpp"

#include <algorithm>

namespace medskapa::jobs {
namespace {

constexpr std::chrono::seconds first_rest{5};
constexpr std::chrono::minutes longest_rest{10};

std::chrono::seconds rest_after(int failures) {
    constexpr int most_doublings = 7;
    return std::min<std::chrono::seconds>(
        longest_rest, first_rest * (1 << std::min(failures - 1, most_doublings)));
}

template <class Verb>
auto by_operator(sql::Writer& writer, Verb verb) {
    return app::perform(writer, Actor::operating(), {}, std::move(verb));
}

}  // namespace

MailSender::MailSender(
    std::unique_ptr<sql::Connection> reader, sql::Writer& writer, MailServer server, Compose compose)
    : reader_{std::move(reader)},
      writer_{writer},
      server_{server},
      client_{std::move(server)},
      compose_{std::move(compose)} {}

std::optional<Delivery> MailSender::deliver(const Mail& mail) {
    std::optional<Message> message;
    {
        const sql::Snapshot snapshot{*reader_};
        message = compose_(*reader_, mail);
    }
    if (!message) return std::nullopt;
    return client_.send(mail.recipient, as_sent(*message), is_ending_);
}

void MailSender::write_digests(LocalTime now) {
    while (!is_ending_) {
        const auto done = by_operator(writer_, [&](auto& act) { return app::write_digests(act, now); });
        if (!done || *done == 0) return;
    }
}

int MailSender::send(Instant now) {
    if (!has_begun_) (void)by_operator(writer_, [](auto& act) { return app::lose_sight_of_mail(act); });
    has_begun_ = true;
    int sent = 0;
    if (now < rests_until_) return sent;
    trouble_.clear();
    while (!is_ending_) {
        const auto mail = by_operator(writer_, [](auto& act) { return app::begin_sending(act); });
        if (!mail || !mail->id) break;
        const auto delivery = deliver(*mail);
        if (!delivery) {
            (void)by_operator(writer_, [&](auto& act) { return app::drop_mail(act, mail->id); });
            continue;
        }
        (void)by_operator(writer_, [&](auto& act) { return app::end_sending(act, mail->id, *delivery); });
        if (delivery->outcome == Delivery::Outcome::accepted) ++sent;
        failures_ = delivery->server_answers ? 0 : failures_ + 1;
        if (failures_ == 0) continue;
        trouble_ = client_.why();
        rests_until_ = now + rest_after(failures_);
        break;
    }
    return sent;
}

}  // namespace medskapa::jobs
