#pragma once

#include "base/language.hpp"
#include "base/names.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "web/markup/html.hpp"

#include <fmt/format.h>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace medskapa::web {

/// Everything the site says in one language. A sentence is named by its English self; locale/ holds the
/// others. What comes out is plain text: html() escapes it.
class Words {
public:
    /// `catalog` is a compiled catalog of gettext, with the plural rule n != 1. It must outlive the words.
    Words(Language, std::string_view catalog);

    Language language() const { return language_; }
    const char* tag() const { return language_ == Language::sv ? "sv" : "en"; }
    /// Marks an element whose words are in another language than the page's: ' lang="sv"'. Else nothing.
    Html lang(std::string_view content) const {
        return content == tag() ? Html{} : html(" lang=\"{}\"", content);
    }
    /// The same for words that people wrote in both languages, or only in Swedish.
    Html lang(const Localized& content) const {
        return lang(language_ == Language::en && !content.en.empty() ? "en" : "sv");
    }

    /// words("Hello {}", name)
    template <class... Args>
    std::string operator()(const char* msgid, const Args&... holes) const {
        return filled(translated(msgid), fmt::make_format_args(holes...));
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
        return with_markup(translated(msgid), {holes...});
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
    std::string_view translated(std::string_view msgid) const;
    std::string filled(std::string_view sentence, fmt::format_args holes) const;
    Html with_markup(std::string_view sentence, std::vector<Html> holes) const;

    Language language_;
    std::string_view catalog_;
};

/// What people read for a member of an enum whose names have labels.
template <class Enum>
requires(has_labels<Enum>) std::string shown(Enum value, const Words& words) {
    return words(name_with(value).label);
}

/// The words inside the program.
const Words& words_of(Language);

}  // namespace medskapa::web
