#pragma once

#include <fmt/format.h>
#include <array>
#include <concepts>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace medskapa::web {

class Html;

template <class T>
concept Number = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;
template <class T>
concept Text = std::convertible_to<const T&, std::string_view>;

/// What fills a hole: markup as it is, a number in figures, or text to escape. Nothing else fits. It lives as
/// long as the values that it was made of.
class Filling {
public:
    template <std::same_as<Html> T>
    explicit Filling(const T& html) : text_{html.markup()}, is_markup_{true} {}
    template <Number T>
    explicit Filling(const T& number) : figures_{number}, text_{figures_.data(), figures_.size()} {}
    template <Text T>
    explicit Filling(const T& text) : text_{text} {}
    Filling(const Filling&) = delete;
    Filling& operator=(const Filling&) = delete;

    std::size_t size() const { return text_.size(); }
    void write(std::string& out) const;

private:
    fmt::format_int figures_{0};
    std::string_view text_;
    bool is_markup_ = false;
};

}  // namespace medskapa::web

/// Lets the compiler count the holes of a form, and refuse one that says how to write its value.
template <>
struct fmt::formatter<medskapa::web::Filling> {
    constexpr auto parse(format_parse_context& context) const { return context.begin(); }
    auto format(const medskapa::web::Filling& filling, format_context& context) const {
        std::string text;
        filling.write(text);
        return std::copy(text.begin(), text.end(), context.out());
    }
};

namespace medskapa::web {

template <class T>
concept FitsHole = std::constructible_from<Filling, const T&>;

template <class>
using FillingOf = Filling;

/// The form with its holes filled, numbered ones by their number.
std::string fill(std::string_view form, std::span<const Filling> fillings);

/// Markup that is safe to send. Only html() makes it, which escapes its holes, and the renderer of Markdown.
class Html {
public:
    Html() = default;
    const std::string& markup() const { return markup_; }
    bool empty() const { return markup_.empty(); }
    Html& operator+=(const Html& more) {
        markup_ += more.markup_;
        return *this;
    }

private:
    explicit Html(std::string markup) : markup_{std::move(markup)} {}
    std::string markup_;

    template <FitsHole... Args>
    friend Html html(fmt::format_string<FillingOf<Args>...>, const Args&...);
    friend class MarkdownRenderer;
};

/// html("<p title=\"{}\">{}</p>", title, text): a wrong number of holes does not compile. A hole belongs
/// inside an element or inside a quoted attribute, nowhere else.
template <FitsHole... Args>
Html html(fmt::format_string<FillingOf<Args>...> form, const Args&... args) {
    const std::array<Filling, sizeof...(Args)> fillings{Filling{args}...};
    const fmt::string_view text = form;
    return Html{fill({text.data(), text.size()}, fillings)};
}

/// One piece of markup for each item.
template <class Items, class View>
Html each(const Items& items, View view) {
    Html all;
    for (const auto& item : items) all += view(item);
    return all;
}

inline Html when(bool shown, const Html& markup) {
    return shown ? markup : Html{};
}

}  // namespace medskapa::web
