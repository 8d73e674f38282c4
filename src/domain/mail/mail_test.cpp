#include "domain/mail/mail.hpp"

#include "domain/mail/address.hpp"
#include "domain/mail/message.hpp"

#include <doctest/doctest.h>
#include <algorithm>

using namespace medskapa;
using namespace std::chrono_literals;

namespace {

const Instant noon{std::chrono::sys_days{std::chrono::May / 14 / 2026} + 10h};

Mail being_sent(int tries = 1) {
    Mail mail;
    mail.state = Mail::State::sending;
    mail.made_at = noon;
    mail.tries = tries;
    return mail;
}

Message message() {
    Message one{.from_name = "Region Jämtland", .from = "svar@region.example", .to = "eva@example.org"};
    one.subject = "Ditt inspel I-7 är mottaget";
    one.id = "<abc@region.example>";
    one.date = noon;
    one.plain = "Hej\n.punkt först\nÅ=1 \n";
    one.html = "<p>Hej</p>";
    return one;
}

std::size_t lines_that_begin(const std::string& text, const std::string& with) {
    std::size_t n = text.starts_with(with) ? 1 : 0;
    for (auto at = text.find("\r\n" + with); at != text.npos; at = text.find("\r\n" + with, at + 1)) ++n;
    return n;
}

}  // namespace

TEST_CASE(
    "an address is one that every mail server takes, and nothing that a header or a command is made of") {
    CHECK(mail_address(" Eva.Ek+rus@Exempel.se\n") == "Eva.Ek+rus@exempel.se");
    CHECK(mail_address("eva@ås.example") == "eva@xn--s-1fa.example");
    CHECK(mail_address(std::string(64, 'a') + "@example.org"));

    for (const auto* typed : {"", "eva", "@example.org", "eva@", "eva@localhost", "eva@example..org",
             ".eva@example.org", "eva.@example.org", "e va@example.org", "eva@example.org bo@example.org",
             "eva@example.org,bo@example.org", "eva@example.org> NOTIFY=NEVER", "<eva@example.org>",
             "\"eva\"@example.org", "eva\r\nBcc: bo@example.org@example.org", "eva@exam\r\nple.org",
             "eva@example.org\r\nDATA", "åsa@example.org", "eva@-example.org", "eva@[127.0.0.1]",
             "070-123 45 67"}) {
        CAPTURE(typed);
        CHECK_FALSE(mail_address(typed));
    }
    CHECK_FALSE(mail_address(std::string(65, 'a') + "@example.org"));
    CHECK_FALSE(mail_address("a@" + std::string(300, 'b') + ".org"));
    CHECK_FALSE(mail_address(std::string(1'000'000, 'a')));
}

TEST_CASE(
    "what failed before the words had gone is tried again, later each time and at last every two hours") {
    const Delivery not_now{Delivery::Outcome::not_now, 450, true};

    CHECK(after_attempt(being_sent(1), not_now, noon).next_at == noon + 1min);
    CHECK(after_attempt(being_sent(2), not_now, noon).next_at == noon + 2min);
    CHECK(after_attempt(being_sent(7), not_now, noon).next_at == noon + 64min);
    CHECK(after_attempt(being_sent(8), not_now, noon).next_at == noon + 2h);
    CHECK(after_attempt(being_sent(5'000), not_now, noon).next_at == noon + 2h);
    CHECK(after_attempt(being_sent(), not_now, noon).state == Mail::State::waiting);
    CHECK(after_attempt(being_sent(), not_now, noon).reply == 450);
}

TEST_CASE("taken, refused and lost sight of are ends, and only the last can be sent again, by somebody") {
    const auto ended = [](Delivery::Outcome outcome) {
        return after_attempt(being_sent(), {outcome, 0, true}, noon);
    };

    CHECK(ended(Delivery::Outcome::accepted).state == Mail::State::sent);
    CHECK(ended(Delivery::Outcome::refused).state == Mail::State::bounced);
    CHECK(ended(Delivery::Outcome::unknown).state == Mail::State::unknown);
    CHECK(lost_sight_of(being_sent(), noon).state == Mail::State::unknown);
    CHECK(sent_again(ended(Delivery::Outcome::unknown), noon)->state == Mail::State::waiting);
    CHECK(sent_again(ended(Delivery::Outcome::accepted), noon).error().kind == Failure::Kind::conflict);
    CHECK(sent_again(ended(Delivery::Outcome::refused), noon).error().kind == Failure::Kind::conflict);
    auto link = ended(Delivery::Outcome::unknown);
    link.kind = Mail::Kind::sign_in_link;
    CHECK(sent_again(link, noon).error().kind == Failure::Kind::not_allowed);
}

TEST_CASE("a link is not sent once it has died, nor other mail after three days") {
    auto mail = being_sent();
    CHECK_FALSE(is_too_old(mail, noon + 72h - 1ms));
    CHECK(is_too_old(mail, noon + 72h));
    mail.kind = Mail::Kind::sign_in_link;
    CHECK_FALSE(is_too_old(mail, noon + mailed_link_life - 1ms));
    CHECK(is_too_old(mail, noon + mailed_link_life));
}

TEST_CASE("names and subjects stay on their lines, whatever they hold") {
    auto hostile = message();
    hostile.from_name = "Region\r\nBcc: alla@example.org\r\n\r\nHej \"du\" \\";
    hostile.subject = "Hej\nBcc: alla@example.org\u2028X: 1\x01 =?UTF-8?B?QUJD?=";

    const auto text = as_sent(hostile);

    CHECK(lines_that_begin(text, "Bcc:") == 0);
    CHECK(lines_that_begin(text, "X:") == 0);
    CHECK(lines_that_begin(text, "Subject: ") == 1);
    CHECK(lines_that_begin(text, "From: ") == 1);
    CHECK(text.find("=?UTF-8?B?QUJD?=") == text.npos);
}

TEST_CASE("a long subject is cut in encoded words that end where a character does") {
    const std::string subject = "Å" + std::string(1, 'x') + [] {
        std::string many;
        for (int i = 0; i < 300; ++i) many += "ä€😀";
        return many;
    }();

    const auto text = header_text(subject);

    std::size_t longest = 0;
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find("\r\n ", from), text.size());
        longest = std::max(longest, end - from);
        from = end + 3;
    }
    CHECK(longest <= 75);
    CHECK(header_text("Plain words") == "Plain words");
    CHECK(header_text("Åäö") == "=?UTF-8?B?w4XDpMO2?=");
}

TEST_CASE("a message has both forms in ASCII and short lines, and says that a machine made it") {
    auto one = message();
    one.plain += std::string(5'000, 'x');

    const auto text = as_sent(one);

    CHECK(std::all_of(text.begin(), text.end(), [](char c) { return c > 0; }));
    for (std::size_t from = 0; from < text.size();) {
        const auto end = std::min(text.find("\r\n", from), text.size());
        CHECK(end - from <= 200);
        from = end + 2;
    }
    CHECK(text.find("Message-ID: <abc@region.example>\r\n") != text.npos);
    CHECK(text.find("Date: Thu, 14 May 2026 10:00:00 +0000\r\n") != text.npos);
    CHECK(text.find("Auto-Submitted: auto-generated\r\n") != text.npos);
    CHECK(text.find("=C3=85=3D1=20\r\n") != text.npos);
    CHECK(text.find("List-Unsubscribe") == text.npos);
    CHECK(text.find("text/plain") < text.find("text/html"));
}

TEST_CASE("what somebody subscribed to can be ended by one click in the mail program") {
    auto one = message();
    one.unsubscribe = "https://rus.example.org/besked/x/sluta";

    const auto text = as_sent(one);

    CHECK(text.find("List-Unsubscribe: <https://rus.example.org/besked/x/sluta>\r\n") != text.npos);
    CHECK(text.find("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n") != text.npos);
}
