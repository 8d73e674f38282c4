#include "web/words/plural_rule.hpp"

#include <array>
#include <charconv>
#include <stdexcept>
#include <string>

namespace medskapa::web {
namespace {

constexpr std::size_t most_instructions = 64;
constexpr std::size_t deepest = 32;

[[noreturn]] void refuse_rule(std::string_view why) {
    throw std::runtime_error{"the catalog's Plural-Forms: " + std::string{why}};
}

}  // namespace

/// Reads C's expressions by precedence and writes them as postfix.
class PluralParser {
public:
    using Step = PluralRule::Step;

    PluralParser(std::string_view text, PluralRule& rule) : text_{text}, rule_{rule} {}

    void parse() {
        choice();
        skip_blanks();
        if (!text_.empty() && text_ != ";") refuse_rule("more than an expression");
    }

private:
    struct Operator {
        std::string_view sign;
        Step step;
    };
    // What binds least comes first; a longer sign before the shorter that it begins with.
    static constexpr std::array<std::array<Operator, 4>, 6> levels{{
        {{{"||", Step::or_}}},
        {{{"&&", Step::and_}}},
        {{{"==", Step::equal}, {"!=", Step::unequal}}},
        {{{"<=", Step::at_most}, {">=", Step::at_least}, {"<", Step::less}, {">", Step::greater}}},
        {{{"+", Step::add}, {"-", Step::subtract}}},
        {{{"*", Step::multiply}, {"/", Step::divide}, {"%", Step::modulo}}},
    }};

    void skip_blanks() {
        while (text_.starts_with(' ')) text_.remove_prefix(1);
    }

    bool takes(std::string_view sign) {
        skip_blanks();
        if (sign.empty() || !text_.starts_with(sign)) return false;
        text_.remove_prefix(sign.size());
        return true;
    }

    void put(Step step, std::uint64_t value = 0) {
        if (rule_.program_.size() == most_instructions) refuse_rule("too long");
        rule_.program_.push_back({step, value});
    }

    void choice() {
        if (++depth_ > deepest) refuse_rule("too deep");
        binary(0);
        if (takes("?")) {
            choice();
            if (!takes(":")) refuse_rule("a question without its other answer");
            choice();
            put(Step::choose);
        }
        --depth_;
    }

    void binary(std::size_t level) {
        if (level == levels.size()) return unary();
        binary(level + 1);
        for (bool is_more = true; is_more;) {
            is_more = false;
            for (const auto& [sign, step] : levels[level]) {
                if (!takes(sign)) continue;
                binary(level + 1);
                put(step);
                is_more = true;
                break;
            }
        }
    }

    void unary() {
        if (++depth_ > deepest) refuse_rule("too deep");
        if (takes("!")) {
            unary();
            put(Step::not_);
        } else if (takes("(")) {
            choice();
            if (!takes(")")) refuse_rule("a parenthesis that is not closed");
        } else if (takes("n")) {
            put(Step::n);
        } else {
            number();
        }
        --depth_;
    }

    void number() {
        std::uint64_t value = 0;
        const auto [end, error] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
        if (error != std::errc{}) refuse_rule("not a number where one must be");
        text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
        put(Step::number, value);
    }

    std::string_view text_;
    PluralRule& rule_;
    std::size_t depth_ = 0;
};

PluralRule::PluralRule() : PluralRule{"nplurals=2; plural=(n != 1);"} {}

PluralRule::PluralRule(std::string_view line) {
    constexpr std::string_view count = "nplurals=";
    constexpr std::string_view expression = "plural=";
    const auto counted = line.find(count);
    const auto semicolon = line.find(';');
    const auto at = semicolon == line.npos ? line.npos : line.find(expression, semicolon);
    if (counted == line.npos || at == line.npos) refuse_rule("not as it is written");
    const auto* digits = line.data() + counted + count.size();
    std::from_chars(digits, line.data() + semicolon, forms_);
    if (forms_ == 0 || forms_ > most_forms) refuse_rule("another number of forms than 1 to 6");
    PluralParser{line.substr(at + expression.size()), *this}.parse();
    for (std::size_t n = 0; n < common_.size(); ++n)
        common_[n] = static_cast<std::uint8_t>(computed(static_cast<std::int64_t>(n)));
}

std::size_t PluralRule::computed(std::int64_t n) const {
    const auto magnitude = n < 0 ? 0 - static_cast<std::uint64_t>(n) : static_cast<std::uint64_t>(n);
    std::array<std::uint64_t, most_instructions> stack{};
    std::size_t top = 0;
    const auto joined = [&](auto make) {
        --top;
        stack[top - 1] = make(stack[top - 1], stack[top]);
    };
    for (const auto& [step, value] : program_) {
        switch (step) {
            case Step::number: stack[top++] = value; break;
            case Step::n: stack[top++] = magnitude; break;
            case Step::not_: stack[top - 1] = stack[top - 1] == 0 ? 1 : 0; break;
            case Step::multiply: joined([](auto a, auto b) { return a * b; }); break;
            case Step::divide: joined([](auto a, auto b) { return b == 0 ? 0 : a / b; }); break;
            case Step::modulo: joined([](auto a, auto b) { return b == 0 ? 0 : a % b; }); break;
            case Step::add: joined([](auto a, auto b) { return a + b; }); break;
            case Step::subtract: joined([](auto a, auto b) { return a - b; }); break;
            case Step::less: joined([](auto a, auto b) { return std::uint64_t{a < b}; }); break;
            case Step::greater: joined([](auto a, auto b) { return std::uint64_t{a > b}; }); break;
            case Step::at_most: joined([](auto a, auto b) { return std::uint64_t{a <= b}; }); break;
            case Step::at_least: joined([](auto a, auto b) { return std::uint64_t{a >= b}; }); break;
            case Step::equal: joined([](auto a, auto b) { return std::uint64_t{a == b}; }); break;
            case Step::unequal: joined([](auto a, auto b) { return std::uint64_t{a != b}; }); break;
            case Step::and_: joined([](auto a, auto b) { return std::uint64_t{a != 0 && b != 0}; }); break;
            case Step::or_: joined([](auto a, auto b) { return std::uint64_t{a != 0 || b != 0}; }); break;
            case Step::choose:
                top -= 2;
                stack[top - 1] = stack[top - 1] != 0 ? stack[top] : stack[top + 1];
                break;
        }
    }
    return stack[0] < forms_ ? static_cast<std::size_t>(stack[0]) : forms_ - 1;
}

}  // namespace medskapa::web
