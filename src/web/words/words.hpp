#pragma once

#include "base/language/language.hpp"
#include "base/names.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "web/markup/html.hpp"
#include "web/words/plural_rule.hpp"

#include <fmt/format.h>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::web {

/// How a language writes numbers, days and times, as its catalog has it.
struct Formats {
    std::string digit_group;
    std::string decimal_point;
    std::array<std::string, 12> months;
    std::array<std::string, 12> short_months;
    std::array<std::string, 4> seasons;  // from winter
    std::string day;                     // {0} day, {1} month, {2} year
    std::string day_of_year;             // {0} day, {1} month
    std::string days_of_month;           // {0} first day, {1} last day, {2} month, {3} year
    std::string clock;                   // {0} hour, {1} minute
    std::string clock_of_seconds;        // {0} hour, {1} minute, {2} second
};

/// Everything the site says in one language. A sentence is named by its English self; locale/ holds the
/// others. What comes out is plain text: html() escapes it.
class Words {
public:
    /// What a sentence gets that is said in the fallback's language: marks that become lang="sv" when the
    /// page is whole (language_marks.hpp), or nothing.
    enum class Fallback { marked, plain };

    /// `catalog` is a compiled catalog of gettext, with the plural rule of its header. What it lacks is said
    /// as `fallback` says it, or without one as the sentence is named. Both must outlive the words. Throws
    /// std::runtime_error for bytes that are no catalog.
    Words(Language, std::string_view catalog, const Words* fallback = nullptr,
        Fallback marking = Fallback::plain);

    Language language() const { return language_; }
    const char* tag() const { return language_.tag().data(); }
    /// Marks an element whose words are in another language than the page's: ' lang="sv"'. Else nothing.
    Html lang(std::string_view content) const {
        return content == language_.tag() ? Html{} : html(" lang=\"{}\"", content);
    }
    /// The same for words that people wrote, as Localized::in() answers.
    Html lang(const Localized& content) const { return lang(content.language_in(language_).tag()); }
    /// Words that people wrote, with the fallback's marks where they are not in this language.
    std::string in(const Localized& content) const;

    /// words("Hello {}", name)
    template <class... Args>
    std::string operator()(const char* msgid, const Args&... holes) const {
        return filled(found(msgid), fmt::make_format_args(holes...));
    }
    std::string operator()(const Label& label) const {
        return label.context ? in(label.context, label.sentence) : (*this)(label.sentence);
    }
    /// For a word that is one in English and several in Swedish: in("state", "Open").
    std::string in(const char* context, const char* msgid) const;
    /// count("{} inspel", "{} inspel", n): the hole is n as number() writes it.
    std::string count(const char* one, const char* many, std::int64_t n) const;
    /// The sentence in this language. Each hole is written as the language does.
    std::string complaint(const Complaint&) const;
    std::string hole(const medskapa::Hole&) const;  // a day in words, 12 400, 7,5
    /// A sentence with markup in its holes, such as a link in the middle of it.
    template <class... Holes>
    Html rich(const char* msgid, const Holes&... holes) const {
        return with_markup(found(msgid), {holes...});
    }

    std::string number(std::int64_t) const;         // 9999, 12 400, −7
    std::string decimal(double, int places) const;  // 1,15

    std::string day(Day) const;                // 24 augusti 2020
    std::string date(time::Date) const;        // the same, though it is not in the calendar: 30 februari 2020
    std::string short_day(Day) const;          // 24 augusti
    std::string days(Day from, Day to) const;  // 7–11 september 2020
    std::string month_year(Day) const;         // augusti 2020
    std::string month_short(Day) const;        // aug
    std::string season(Day) const;             // våren 2021
    std::string clock(LocalTime) const;        // 14.32
    std::string span(LocalTime from, LocalTime to) const;
    std::string moment(LocalTime) const;           // 24 augusti 2020 14.32
    std::string moment(Instant) const;             // 24 augusti 2020 12.32.07 UTC
    std::string until(Day last, Day today) const;  // Till och med 1 september. 8 dagar kvar

private:
    struct Sentence {
        std::string_view text;
        bool is_fallback = false;
    };
    Sentence found(std::string_view msgid) const;
    /// With marks where the words are the fallback's and this language asks for them.
    std::string marked(std::string words, bool is_fallback) const;
    std::string filled(Sentence, fmt::format_args holes) const;
    Html with_markup(Sentence, std::vector<Html> holes) const;
    std::string grouped(std::string digits) const;
    void read_formats();

    Language language_;
    std::string_view catalog_;
    const Words* fallback_;
    Fallback marking_ = Fallback::plain;
    PluralRule plural_;
    Formats formats_;
};

/// What people read for a member of an enum whose names have labels.
template <class Enum>
requires(has_labels<Enum>) std::string shown(Enum value, const Words& words) {
    return words(name_with(value).label);
}

/// The words inside the program, for a language of the list.
const Words& words_of(Language);
/// The same for pages, with marks around what is said in Swedish for want of other words.
const Words& page_words_of(Language);

}  // namespace medskapa::web
