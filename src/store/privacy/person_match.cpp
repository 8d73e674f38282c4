#include "store/privacy/person_match.hpp"

#include "base/text.hpp"
#include "base/text/passage.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <algorithm>
#include <cctype>
#include <cstdint>
#include <optional>

namespace medskapa::store {
namespace {

constexpr std::size_t bytes_around = 80;
constexpr std::size_t most_around = 5;
constexpr std::size_t most_groups = 7;         // of digits, in a telephone number as it is written
constexpr std::size_t significant_digits = 7;  // of a telephone number, the last ones

using Spans = std::vector<text::Span>;

bool begins_a_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

/// A letter of any alphabet, or a digit, or a mark on one.
bool is_of_a_word(UChar32 c) {
    return u_isalnum(c) != 0 || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
}
bool is_of_an_address(UChar32 c) {
    return is_of_a_word(c) || c == '.' || c == '-' || c == '_' || c == '+' || c == '@';
}

const std::uint8_t* bytes_of(const std::string& value) {
    return reinterpret_cast<const std::uint8_t*>(value.data());
}

/// The character that ends before a place; below 0 where there is none.
UChar32 character_before(const std::string& value, std::size_t place) {
    if (place == 0) return U_SENTINEL;
    auto at = static_cast<std::int32_t>(place);
    UChar32 c = 0;
    U8_PREV(bytes_of(value), 0, at, c);
    return c;
}

/// The character that begins at a place; below 0 where there is none.
UChar32 character_at(const std::string& value, std::size_t place) {
    if (place >= value.size()) return U_SENTINEL;
    auto at = static_cast<std::int32_t>(place);
    UChar32 c = 0;
    U8_NEXT(bytes_of(value), at, static_cast<std::int32_t>(value.size()), c);
    return c;
}

/// Where nothing of the same kind stands next to it. A point after an address ends a sentence.
template <class Belongs>
Spans bounded(Spans spans, const std::string& value, Belongs belongs) {
    const auto is_more = [&](UChar32 c) { return c >= 0 && belongs(c); };
    std::erase_if(spans, [&](const text::Span& span) {
        auto after = span.end;
        while (after < value.size() && value[after] == '.') ++after;
        return is_more(character_before(value, span.begin)) || is_more(character_at(value, after));
    });
    return spans;
}

std::string words_around(const std::string& value, const text::Span& span) {
    auto begin = span.begin > bytes_around ? span.begin - bytes_around : 0;
    auto end = std::min(value.size(), span.end + bytes_around);
    while (begin > 0 && !begins_a_character(value[begin])) --begin;
    while (end < value.size() && !begins_a_character(value[end])) ++end;
    return (begin > 0 ? "…" : "") + text::one_line(value.substr(begin, end - begin)) +
           (end < value.size() ? "…" : "");
}

std::vector<std::string> all_around(const std::string& value, const Spans& spans) {
    std::vector<std::string> around;
    for (const auto& span : spans) {
        auto words = words_around(value, span);
        if (std::find(around.begin(), around.end(), words) == around.end())
            around.push_back(std::move(words));
        if (around.size() == most_around) break;
    }
    return around;
}

Spans places_of_email(const std::string& email, const std::string& value) {
    return bounded(text::spans_of(email, value, text::Capitals::any), value, is_of_an_address);
}

/// All words of the name, anywhere in the value, or none.
Spans places_of_words(const std::string& name, const std::string& value) {
    Spans all;
    for (const auto& word : text::split(text::one_line(name), ' ')) {
        const auto places = bounded(text::spans_of(word, value, text::Capitals::any), value, is_of_a_word);
        if (places.empty()) return {};
        all.insert(all.end(), places.begin(), places.end());
    }
    return all;
}

std::string digits_of(std::string_view typed) {
    std::string digits;
    for (const char c : typed)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

/// Without what stands for Sweden or for the long distance: 0046, 46 after a plus or before more digits than
/// a number has within the country, or 0.
std::string national(std::string_view typed) {
    constexpr std::size_t longest_within_country = 9;
    auto digits = digits_of(typed);
    const bool is_abroad = typed.find('+') != typed.npos || digits.size() > longest_within_country;
    if (digits.starts_with("0046"))
        digits.erase(0, 4);
    else if (is_abroad && digits.starts_with("46"))
        digits.erase(0, 2);
    if (digits.starts_with('0')) digits.erase(0, 1);
    return digits;
}

/// Blanks and dashes that are not of ASCII as blanks, as many as the bytes that they were.
std::string plainly_spaced(const std::string& value) {
    auto plain = value;
    const auto size = static_cast<std::int32_t>(value.size());
    for (std::int32_t at = 0; at < size;) {
        const auto begin = at;
        UChar32 c = 0;
        U8_NEXT(bytes_of(value), at, size, c);
        if (c > 0x7F && (u_isUWhiteSpace(c) != 0 || u_hasBinaryProperty(c, UCHAR_DASH) != 0))
            std::fill(plain.begin() + begin, plain.begin() + at, ' ');
    }
    return plain;
}

bool may_stand_in_a_number(char c) {
    return (c >= '0' && c <= '9') || c == ' ' || c == '.' || c == '-' || c == '(' || c == ')' || c == '/' ||
           c == '+';
}

/// Up to where a number that begins here is the wanted one; nothing when it is not. A day may stand before
/// it, and a time after.
std::optional<std::size_t> end_of_number(
    const std::string& value, std::size_t begin, const std::string& wanted) {
    std::size_t groups = 0;
    for (auto end = begin; end < value.size() && may_stand_in_a_number(value[end]); ++end) {
        const bool ends_group = end + 1 == value.size() || value[end + 1] < '0' || value[end + 1] > '9';
        if (value[end] < '0' || value[end] > '9' || !ends_group) continue;
        if (national(std::string_view{value}.substr(begin, end + 1 - begin)) == wanted) return end + 1;
        if (++groups == most_groups) return std::nullopt;
    }
    return std::nullopt;
}

bool is_digit_or_plus(char c) {
    return (c >= '0' && c <= '9') || c == '+';
}

Spans places_of_telephone(const std::string& telephone, const std::string& value) {
    const auto wanted = national(telephone);
    Spans places;
    if (wanted.size() < significant_digits) return places;
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (!is_digit_or_plus(value[at]) || (at > 0 && is_digit_or_plus(value[at - 1]))) continue;
        const auto end = end_of_number(value, at, wanted);
        if (!end) continue;
        places.push_back({at, *end});
        at = *end - 1;
    }
    return places;
}

bool names_organisations(std::string_view table, std::string_view column) {
    return column == "organisation" || column == "shown_organisation" ||
           ((table == "party" || table == "organisation") && column == "name");
}

bool is_one(const std::string& value, const std::string& wanted) {
    return text::lower(text::one_line(value)) == text::lower(text::one_line(wanted));
}

/// The longest run of letters, digits and the given signs that every spelling has.
std::string longest_plain_run(std::string_view typed, std::string_view signs) {
    std::string longest;
    std::string run;
    const auto end_run = [&] {
        if (run.size() > longest.size()) longest = run;
        run.clear();
    };
    for (const char c : typed)
        if (static_cast<unsigned char>(c) < 0x80U &&
            (std::isalnum(static_cast<unsigned char>(c)) != 0 || signs.find(c) != signs.npos))
            run += c;
        else
            end_run();
    end_run();
    return longest;
}

}  // namespace

std::vector<PersonMatch> matches(
    const PersonWanted& wanted, std::string_view table, std::string_view column, const std::string& value) {
    std::vector<PersonMatch> found;
    const auto note = [&](PersonWay way, const std::string& typed, const Spans& places, bool is_whole) {
        if (!typed.empty() && !places.empty()) found.push_back({way, is_whole, all_around(value, places)});
    };
    if (!wanted.email.empty())
        note(PersonWay::email, wanted.email, places_of_email(wanted.email, value),
            is_one(value, wanted.email));
    if (!wanted.name.empty())
        note(PersonWay::name, wanted.name, places_of_words(wanted.name, value), is_one(value, wanted.name));
    if (!wanted.telephone.empty()) {
        const auto plain = plainly_spaced(value);
        note(PersonWay::telephone, wanted.telephone, places_of_telephone(wanted.telephone, plain),
            national(plain) == national(wanted.telephone) &&
                std::all_of(plain.begin(), plain.end(), may_stand_in_a_number));
    }
    if (!wanted.organisation.empty() && names_organisations(table, column))
        note(PersonWay::organisation, wanted.organisation, places_of_words(wanted.organisation, value),
            is_one(value, wanted.organisation));
    return found;
}

std::vector<std::vector<std::string>> patterns_of(const PersonWanted& wanted) {
    std::vector<std::vector<std::string>> all;
    const auto add_words = [&](const std::string& typed) {
        std::vector<std::string> words;
        for (const auto& word : text::split(text::one_line(typed), ' '))
            words.push_back('%' + longest_plain_run(word, "") + '%');
        if (!typed.empty()) all.push_back(std::move(words));
    };
    if (!wanted.email.empty()) all.push_back({'%' + longest_plain_run(wanted.email, "@.") + '%'});
    add_words(wanted.name);
    add_words(wanted.organisation);
    const auto digits = national(wanted.telephone);
    if (digits.size() < significant_digits) return all;
    std::string pattern{"%"};
    for (const char digit : digits.substr(digits.size() - significant_digits)) (pattern += digit) += '%';
    all.push_back({pattern});
    return all;
}

}  // namespace medskapa::store
