#include "domain/inspel/personal_details.hpp"

#include "base/time.hpp"

#include <algorithm>
#include <cctype>

namespace medskapa {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

int number_of(std::string_view digits) {
    int n = 0;
    for (const char c : digits) n = n * 10 + (c - '0');
    return n;
}

/// Luhn's check of ten digits.
bool has_right_check_digit(std::string_view ten) {
    int sum = 0;
    for (std::size_t i = 0; i < ten.size(); ++i) {
        const int product = (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);
        sum += product / 10 + product % 10;
    }
    return sum % 10 == 0;
}

/// The day of a coordination number is 60 more than the day of birth.
bool is_identity_number(std::string_view digits) {
    if (digits.size() != 10 && digits.size() != 12) return false;
    if (digits.size() == 12 && !digits.starts_with("19") && !digits.starts_with("20")) return false;
    const auto ten = digits.substr(digits.size() - 10);
    const auto month = static_cast<unsigned>(number_of(ten.substr(2, 2)));
    auto day = static_cast<unsigned>(number_of(ten.substr(4, 2)));
    if (day > 60) day -= 60;
    // 2000 was a leap year, so 29 February is let through in every year.
    const std::chrono::year_month_day date{
        std::chrono::year{2000}, std::chrono::month{month}, std::chrono::day{day}};
    return date.ok() && has_right_check_digit(ten);
}

/// A run of digits with single signs between them, as numbers are written.
struct Run {
    std::size_t end = 0;
    std::string digits;
    std::string signs;
};

Run run_at(const std::string& text, std::size_t begin) {
    Run run{begin, {}, {}};
    auto at = begin;
    if (text[at] == '+' || text[at] == '(') run.signs += text[at++];
    for (std::string between; at < text.size(); ++at) {
        if (is_digit(text[at])) {
            run.signs += between;
            between.clear();
            run.digits += text[at];
            run.end = at + 1;
        } else if (std::string_view{" -()/+"}.find(text[at]) != std::string_view::npos &&
                   between.size() < 2) {
            between += text[at];
        } else {
            break;
        }
    }
    return run;
}

bool is_telephone(const Run& run, char first) {
    if (run.digits.size() < 8 || run.digits.size() > 15) return false;
    return first == '+' ? run.digits.front() != '0' : run.digits.front() == '0';
}

/// The identity number that begins here, however the run goes on: "850709-9805 070 …".
std::size_t identity_number_end(const std::string& text, std::size_t begin) {
    for (const std::size_t before : {8U, 6U}) {
        const auto sign = begin + before;
        const bool has_sign = sign < text.size() && (text[sign] == '-' || text[sign] == '+');
        const auto rest = has_sign ? sign + 1 : sign;
        const auto end = rest + 4;
        if (end > text.size() || (end < text.size() && is_digit(text[end]))) continue;
        const auto digits = text.substr(begin, before) + text.substr(rest, 4);
        if (std::all_of(digits.begin(), digits.end(), is_digit) && is_identity_number(digits)) return end;
    }
    return 0;
}

bool is_address_part(char c) {
    return is_word(c) || std::string_view{".-_+%"}.find(c) != std::string_view::npos;
}

/// Around an @; an empty span where it is in no address.
text::Span address_around(const std::string& text, std::size_t at) {
    auto begin = at;
    while (begin > 0 && is_address_part(text[begin - 1])) --begin;
    auto end = at + 1;
    while (end < text.size() && is_address_part(text[end])) ++end;
    while (end > at + 1 && !is_word(text[end - 1])) --end;
    while (begin < at && !is_word(text[begin])) ++begin;
    const auto dot = text.find('.', at);
    const bool is_address = begin < at && dot != text.npos && dot > at + 1 && dot + 2 < end;
    return is_address ? text::Span{begin, end} : text::Span{at, at};
}

}  // namespace

std::vector<FoundDetail> personal_details_in(const std::string& text) {
    std::vector<FoundDetail> found;
    std::size_t free = 0;  // where what was found ends
    const auto add = [&](PersonalDetail kind, std::size_t begin, std::size_t end) {
        found.push_back({kind, {begin, end}, text.substr(begin, end - begin)});
        free = end;
    };
    for (std::size_t at = 0; at < text.size(); at = std::max(at + 1, free)) {
        const char c = text[at];
        if (c == '@') {
            const auto span = address_around(text, at);
            if (span.end > span.begin && span.begin >= free) add(PersonalDetail::email, span.begin, span.end);
            continue;
        }
        if (!is_digit(c) && c != '+' && c != '(') continue;
        if (at > 0 && (is_word(text[at - 1]) || text[at - 1] == '/' || text[at - 1] == '.')) continue;
        if (const auto end = is_digit(c) ? identity_number_end(text, at) : 0; end != 0) {
            add(PersonalDetail::identity_number, at, end);
            continue;
        }
        const auto run = run_at(text, at);
        const bool goes_on = run.end < text.size() && (is_word(text[run.end]) || text[run.end] == '@');
        if (!goes_on && is_telephone(run, c)) add(PersonalDetail::telephone, at, run.end);
    }
    return found;
}

}  // namespace medskapa
