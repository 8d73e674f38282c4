#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace medskapa::web {

/// Which of a language's forms goes with a number, by the Plural-Forms line of its catalog:
/// "nplurals=3; plural=(n == 1 ? 0 : n == 2 ? 1 : 2);". The expression is C's, with n as the only name.
class PluralRule {
public:
    static constexpr std::size_t most_forms = 6;

    /// English's, and of a catalog without a line: one, and all else.
    PluralRule();
    /// Throws std::runtime_error for a line that is no such rule.
    explicit PluralRule(std::string_view line);

    std::size_t forms() const { return forms_; }
    /// Less than forms(), whatever the number. Negative numbers go by their magnitude.
    std::size_t form_of(std::int64_t n) const {
        if (n >= 0 && static_cast<std::size_t>(n) < common_.size())
            return common_[static_cast<std::size_t>(n)];
        return computed(n);
    }

private:
    friend class PluralParser;

    enum class Step {
        number,
        n,
        not_,
        multiply,
        divide,
        modulo,
        add,
        subtract,
        less,
        greater,
        at_most,
        at_least,
        equal,
        unequal,
        and_,
        or_,
        choose
    };
    struct Instruction {
        Step step;
        std::uint64_t value = 0;
    };

    std::size_t computed(std::int64_t n) const;

    std::size_t forms_ = 2;
    std::vector<Instruction> program_;        // in postfix order
    std::array<std::uint8_t, 128> common_{};  // the forms of small numbers
};

}  // namespace medskapa::web
