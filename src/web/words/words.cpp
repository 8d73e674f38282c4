#include "web/words/words.hpp"

#include "base/embedded.hpp"
#include "web/words/catalog.hpp"

#include <fmt/args.h>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace medskapa::web {
namespace {

std::string_view embedded_catalog(std::string_view path) {
    for (const auto& file : embedded::words())
        if (file.path == path) return file.bytes;
    throw std::logic_error{"no catalog of words: " + std::string{path}};
}

/// Digits in groups of three, which only long numbers need.
std::string grouped(std::string digits, const char* separator) {
    if (digits.size() < 5) return digits;
    for (auto at = digits.size() - 3;; at -= 3) {
        digits.insert(at, separator);
        if (at <= 3) return digits;
    }
}

}  // namespace

Words::Words(Language language, std::string_view catalog) : language_{language}, catalog_{catalog} {
    if (!catalog.empty()) catalog::check(catalog);
}

std::string_view Words::translated(std::string_view msgid) const {
    return catalog::find(catalog_, msgid).value_or(msgid);
}

std::string Words::filled(std::string_view sentence, fmt::format_args holes) const {
    return fmt::vformat(sentence, holes);
}

std::string Words::in(const char* context, const char* msgid) const {
    return std::string{catalog::find(catalog_, fmt::format("{}\x04{}", context, msgid)).value_or(msgid)};
}

std::string Words::count(const char* one, const char* many, std::int64_t n) const {
    std::string key{one};
    key.push_back('\0');
    key += many;

    std::string_view form = n == 1 ? one : many;
    if (const auto forms = catalog::find(catalog_, key)) {
        const auto end = forms->find('\0');
        form = n == 1 || end == forms->npos ? forms->substr(0, end) : forms->substr(end + 1);
    }
    return fmt::format(fmt::runtime(form), number(n));
}

std::string Words::hole(const medskapa::Hole& hole) const {
    struct Written {
        const Words& words;
        std::string operator()(const std::string& text) const { return text; }
        std::string operator()(std::int64_t number) const { return words.number(number); }
        std::string operator()(Decimal number) const { return words.decimal(number.value, number.places); }
        std::string operator()(time::Date day) const { return words.date(day); }
        std::string operator()(Instant moment) const { return words.moment(moment); }
    };
    return std::visit(Written{*this}, hole.value());
}

std::string Words::complaint(const Complaint& complaint) const {
    fmt::dynamic_format_arg_store<fmt::format_context> holes;
    for (const auto& one : complaint.holes) holes.push_back(hole(one));
    return filled(translated(complaint.message), holes);
}

Html Words::with_markup(std::string_view sentence, std::vector<Html> holes) const {
    Html all;
    std::size_t next = 0;
    while (true) {
        const auto open = sentence.find('{');
        all += html("{}", sentence.substr(0, open));
        if (open == sentence.npos) return all;

        const auto close = sentence.find('}', open);
        const auto name = sentence.substr(open + 1, close - open - 1);
        auto index = next++;
        if (!name.empty()) std::from_chars(name.data(), name.data() + name.size(), index);
        all += holes.at(index);
        sentence.remove_prefix(close + 1);
    }
}

std::string Words::number(std::int64_t n) const {
    const auto magnitude = n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
    const auto digits = grouped(std::to_string(magnitude), language_ == Language::sv ? "\u00A0" : ",");
    return n < 0 ? "\u2212" + digits : digits;
}

std::string Words::decimal(double value, int places) const {
    auto text = fmt::format("{:.{}f}", std::abs(value), places);
    const bool is_zero = text.find_first_not_of("0.") == text.npos;
    auto point = text.find('.');
    const auto fraction = point == text.npos ? std::string{} : text.substr(point + 1);
    text = grouped(text.substr(0, point), language_ == Language::sv ? "\u00A0" : ",");
    if (!fraction.empty()) text += (language_ == Language::sv ? "," : ".") + fraction;
    return value < 0 && !is_zero ? "\u2212" + text : text;
}

const Words& words_of(Language language) {
    static const Words swedish{Language::sv, embedded_catalog("sv.mo")};
    static const Words english{Language::en, embedded_catalog("en.mo")};
    return language == Language::sv ? swedish : english;
}

}  // namespace medskapa::web
