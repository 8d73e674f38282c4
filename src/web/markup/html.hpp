#pragma once

#include "web/markup/html_form.hpp"

#include <array>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
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
    explicit Filling(const T& number) {
        if constexpr (std::is_signed_v<T>)
            text_ = in_figures(std::int64_t{number});
        else
            text_ = in_figures(std::uint64_t{number});
    }
    template <Text T>
    explicit Filling(const T& text) : text_{text} {}
    Filling(const Filling&) = delete;
    Filling& operator=(const Filling&) = delete;

    std::size_t size() const { return text_.size(); }
    void write(std::string& out) const;

private:
    std::string_view in_figures(std::int64_t);
    std::string_view in_figures(std::uint64_t);

    std::string_view text_;
    std::array<char, 20> figures_;  // of the lowest 64-bit number
    bool is_markup_ = false;
};

template <class T>
concept FitsHole = std::constructible_from<Filling, const T&>;

/// A filling that says which hole it is for.
template <HoleName>
struct NamedFilling {
    Filling filling;
};

template <HoleName name>
struct Hole {
    NamedFilling<name> operator=(const FitsHole auto& value) const { return {Filling{value}}; }
};

/// "title"_a = title: fills the hole {title}.
template <HoleName name>
consteval Hole<name> operator""_a() {
    return {};
}

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

    friend Html filled(const HtmlForm&, std::initializer_list<const Filling*>);
    friend class MarkdownRenderer;
};

Html filled(const HtmlForm&, std::initializer_list<const Filling*>);

inline const Filling* at(const Filling& filling) {
    return &filling;
}

/// html("<p title=\"{}\">{}</p>", title, text): a wrong number of holes does not compile. A hole belongs
/// inside an element or inside a quoted attribute, nowhere else. More than three values must have names.
template <FitsHole... Args>
requires(sizeof...(Args) <= 3) Html html(CountedForm<sizeof...(Args)> form, const Args&... args) {
    return filled(form, {at(Filling{args})...});
}

/// html("<p title=\"{title}\">{text}</p>", "title"_a = title, "text"_a = text): an unknown, missing or unused
/// name does not compile. A name may stand in several holes.
template <HoleName... names>
requires(sizeof...(names) > 0) Html
    html(std::type_identity_t<NamedForm<names...>> form, const NamedFilling<names>&... fillings) {
    return filled(form, {&fillings.filling...});
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
