#include "web/words/words.hpp"

#include "base/embedded.hpp"
#include "web/markup/language_marks.hpp"
#include "web/words/catalog.hpp"

#include <fmt/args.h>
#include <charconv>
#include <cmath>
#include <memory>
#include <stdexcept>

namespace medskapa::web {
namespace {

std::string_view embedded_catalog(std::string_view path) {
    for (const auto& file : embedded::words())
        if (file.path == path) return file.bytes;
    throw std::logic_error{"no catalog of words: " + std::string{path}};
}

}  // namespace

Words::Words(Language language, std::string_view catalog, const Words* fallback, Fallback marking)
    : language_{language}, catalog_{catalog}, fallback_{fallback} {
    if (!catalog.empty()) catalog::check(catalog);
    if (const auto rule = catalog::header(catalog, "Plural-Forms"); !rule.empty()) plural_ = PluralRule{rule};
    read_formats();
    marking_ = marking;  // a month that is not translated is not worth a mark
}

Words::Sentence Words::found(std::string_view msgid) const {
    if (const auto own = catalog::find(catalog_, msgid)) return {*own};
    if (fallback_ == nullptr) return {msgid};
    return {fallback_->found(msgid).text, true};
}

std::string Words::marked(std::string words, bool is_fallback) const {
    if (!is_fallback || marking_ == Fallback::plain) return words;
    return with_language_marks(words, fallback_->language_.tag());
}

std::string Words::in(const Localized& content) const {
    const auto language = content.language_in(language_);
    const auto& words = content.in(language_);
    if (language == language_ || marking_ == Fallback::plain || words.empty()) return words;
    return with_language_marks(words, language.tag());
}

std::string Words::filled(Sentence sentence, fmt::format_args holes) const {
    if (!sentence.is_fallback) return fmt::vformat(sentence.text, holes);
    return marked(fmt::vformat(sentence.text, holes), true);
}

std::string Words::in(const char* context, const char* msgid) const {
    if (const auto own = catalog::find(catalog_, fmt::format("{}\x04{}", context, msgid)))
        return std::string{*own};
    return fallback_ == nullptr ? msgid : marked(fallback_->in(context, msgid), true);
}

std::string Words::count(const char* one, const char* many, std::int64_t n) const {
    std::string key{one};
    key.push_back('\0');
    key += many;
    auto forms = catalog::find(catalog_, key);
    if (!forms && fallback_ != nullptr) return marked(fallback_->count(one, many, n), true);
    if (!forms) return fmt::format(fmt::runtime(n == 1 ? one : many), number(n));
    for (auto left = plural_.form_of(n); left > 0 && forms->find('\0') != forms->npos; --left)
        forms->remove_prefix(forms->find('\0') + 1);
    return fmt::format(fmt::runtime(forms->substr(0, forms->find('\0'))), number(n));
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
    return filled(found(complaint.message), holes);
}

Html Words::with_markup(Sentence sentence, std::vector<Html> holes) const {
    if (sentence.is_fallback && marking_ == Fallback::marked) {
        const auto marks = with_language_marks("{}", fallback_->language_.tag());
        return fallback_->with_markup({marks}, {fallback_->with_markup({sentence.text}, std::move(holes))});
    }
    auto rest = sentence.text;
    Html all;
    std::size_t next = 0;
    while (true) {
        const auto open = rest.find('{');
        all += html("{}", rest.substr(0, open));
        if (open == rest.npos) return all;

        const auto close = rest.find('}', open);
        const auto name = rest.substr(open + 1, close - open - 1);
        auto index = next++;
        if (!name.empty()) std::from_chars(name.data(), name.data() + name.size(), index);
        all += holes.at(index);
        rest.remove_prefix(close + 1);
    }
}

std::string Words::grouped(std::string digits) const {
    if (digits.size() < 5) return digits;
    for (auto at = digits.size() - 3;; at -= 3) {
        digits.insert(at, formats_.digit_group);
        if (at <= 3) return digits;
    }
}

std::string Words::number(std::int64_t n) const {
    const auto magnitude = n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
    auto digits = grouped(std::to_string(magnitude));
    return n < 0 ? "\u2212" + digits : digits;
}

std::string Words::decimal(double value, int places) const {
    auto text = fmt::format("{:.{}f}", std::abs(value), places);
    const bool is_zero = text.find_first_not_of("0.") == text.npos;
    auto point = text.find('.');
    const auto fraction = point == text.npos ? std::string{} : text.substr(point + 1);
    text = grouped(text.substr(0, point));
    if (!fraction.empty()) text += formats_.decimal_point + fraction;
    return value < 0 && !is_zero ? "\u2212" + text : text;
}

namespace {

/// Every language of the list: with marks those that lack words, which Swedish and English never do.
std::vector<std::unique_ptr<const Words>> all_words(Words::Fallback marking) {
    std::vector<std::unique_ptr<const Words>> all;
    for (const auto language : all_languages()) {
        const auto* fallback = all.empty() || language == Language::en ? nullptr : all.front().get();
        all.push_back(std::make_unique<Words>(
            language, embedded_catalog(std::string{language.tag()} + ".mo"), fallback, marking));
    }
    return all;
}

const Words& among(const std::vector<std::unique_ptr<const Words>>& all, Language language) {
    for (const auto& words : all)
        if (words->language() == language) return *words;
    throw std::logic_error{"no words in " + std::string{language.tag()}};
}

}  // namespace

const Words& words_of(Language language) {
    static const auto all = all_words(Words::Fallback::plain);
    return among(all, language);
}

const Words& page_words_of(Language language) {
    static const auto all = all_words(Words::Fallback::marked);
    return among(all, language);
}

}  // namespace medskapa::web
