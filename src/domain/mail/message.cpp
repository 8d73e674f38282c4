#include "domain/mail/message.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>

namespace medskapa {
namespace {

constexpr std::size_t line_length = 76;

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

bool is_plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

/// Bytes of one encoded word, at most, ending where a character does.
std::size_t end_of_word(std::string_view rest) {
    constexpr std::size_t bytes_of_word = 42;  // 56 characters of base64, and 12 around them
    auto end = std::min(bytes_of_word, rest.size());
    while (end < rest.size() && end > 1 && is_continuation(rest[end])) --end;
    return end;
}

/// Where the words of one form begin: the last of its headers and a blank line.
std::string part_head(std::string_view boundary, std::string_view type) {
    return fmt::format(
        "--{}\r\nContent-Type: text/{}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
        boundary, type);
}

std::string unsubscribe_headers(const Message& message) {
    if (message.unsubscribe.empty()) return {};
    return fmt::format("List-Unsubscribe: <{}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
        message.unsubscribe);
}

std::string phrase(std::string_view name) {
    const auto text = header_text(name);
    if (text.starts_with("=?")) return text;
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

}  // namespace

std::string header_text(std::string_view text) {
    const auto line = text::one_line(text::cleaned(text));
    constexpr std::size_t longest_plain = 200;
    if (is_plain_ascii(line) && line.size() <= longest_plain && line.find("=?") == line.npos) return line;
    std::string words;
    for (std::string_view rest = line; !rest.empty();) {
        const auto end = end_of_word(rest);
        if (!words.empty()) words += "\r\n ";
        words += "=?UTF-8?B?" + base64(rest.substr(0, end)) + "?=";
        rest.remove_prefix(end);
    }
    return words;
}

std::string quoted_printable(std::string_view text) {
    std::string encoded;
    std::size_t column = 0;
    const auto put = [&](std::string_view piece) {
        if (column + piece.size() >= line_length) {
            encoded += "=\r\n";
            column = 0;
        }
        encoded += piece;
        column += piece.size();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool ends_line = i + 1 == text.size() || text[i + 1] == '\n';
        if (c == '\n') {
            encoded += "\r\n";
            column = 0;
        } else if ((c > ' ' && c <= '~' && c != '=') || (c == ' ' && !ends_line)) {
            put({&c, 1});
        } else {
            put(fmt::format("={:02X}", static_cast<unsigned char>(c)));
        }
    }
    return encoded;
}

std::string mail_date(Instant instant) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(instant);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(instant - day)};
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000",
        days[std::chrono::weekday{day}.c_encoding()], static_cast<unsigned>(date.day()),
        months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()), clock.hours().count(),
        clock.minutes().count(), clock.seconds().count());
}

std::string as_sent(const Message& message) {
    const auto boundary = "medskapa-" + hex(as_text(sha256(message.id))).substr(0, 24);
    return fmt::format("From: {} <{}>\r\nTo: <{}>\r\nSubject: {}\r\nDate: {}\r\nMessage-ID: {}\r\n",
               phrase(message.from_name), message.from, message.to, header_text(message.subject),
               mail_date(message.date), message.id) +
           // Absence notes and lists do not answer what says so of itself (RFC 3834; Exchange has its own).
           "Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\n" +
           unsubscribe_headers(message) +
           fmt::format(
               "MIME-Version: 1.0\r\nContent-Language: {}\r\nContent-Type: multipart/alternative; "
               "boundary=\"{}\"\r\n\r\n",
               message.language, boundary) +
           part_head(boundary, "plain") + quoted_printable(message.plain) + "\r\n" +
           part_head(boundary, "html") + quoted_printable(message.html) + "\r\n--" + boundary + "--\r\n";
}

}  // namespace medskapa
