#pragma once

#include <fmt/format.h>
#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace medskapa::web {

class Html;

struct TextHole {
    std::string_view text;
};
struct MarkupHole {
    std::string_view markup;
};

template <class T>
concept Number = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;
template <class T>
concept Text = std::convertible_to<const T&, std::string_view>;

/// What a value is to a page: markup as it is, a number in figures, or text to escape. Nothing else fits a
/// hole.
template <class T>
struct HoleOf;
template <>
struct HoleOf<Html> {
    using type = MarkupHole;
};
template <Number T>
struct HoleOf<T> {
    using type = T;
};
template <Text T>
struct HoleOf<T> {
    using type = TextHole;
};
template <class T>
using Hole = typename HoleOf<T>::type;

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

    template <class... Args>
    friend Html html(fmt::format_string<Hole<Args>...>, const Args&...);
    friend class MarkdownRenderer;
};

template <class T>
Hole<T> hole(const T& value) {
    if constexpr (std::same_as<T, Html>)
        return {value.markup()};
    else if constexpr (Number<T>)
        return value;
    else
        return {std::string_view{value}};
}

/// html("<p title=\"{}\">{}</p>", title, text): a wrong number of holes does not compile. A hole belongs
/// inside an element or inside a quoted attribute, nowhere else.
template <class... Args>
Html html(fmt::format_string<Hole<Args>...> form, const Args&... args) {
    return Html{fmt::format(form, hole(args)...)};
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

template <>
struct fmt::formatter<medskapa::web::MarkupHole> : fmt::formatter<std::string_view> {
    auto format(medskapa::web::MarkupHole hole, format_context& context) const {
        return formatter<std::string_view>::format(hole.markup, context);
    }
};

template <>
struct fmt::formatter<medskapa::web::TextHole> : fmt::formatter<std::string_view> {
    // Most text has nothing to escape, so what lies between the dangerous signs is copied in one piece.
    auto format(medskapa::web::TextHole hole, format_context& context) const {
        auto rest = hole.text;
        while (true) {
            const auto end = rest.find_first_of("&<>\"'");
            put(rest.substr(0, end), context);
            if (end == rest.npos) return context.out();
            put(reference(rest[end]), context);
            rest.remove_prefix(end + 1);
        }
    }

private:
    static std::string_view reference(char c) {
        switch (c) {
            case '&': return "&amp;";
            case '<': return "&lt;";
            case '>': return "&gt;";
            case '"': return "&quot;";
            default: return "&#39;";
        }
    }

    void put(std::string_view s, format_context& context) const {
        context.advance_to(formatter<std::string_view>::format(s, context));
    }
};
