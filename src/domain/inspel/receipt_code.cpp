#include "domain/inspel/receipt_code.hpp"

namespace medskapa {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t characters = 20;

/// Times x in the field of 32 elements, modulo x^5 + x^2 + 1.
unsigned times_x(unsigned value) {
    value <<= 1U;
    return (value & 32U) != 0 ? value ^ 37U : value;
}

/// A weighted sum in that field: any one other character, and any two that change places, make another.
char check_of(std::string_view twenty) {
    unsigned sum = 0;
    for (const char c : twenty) sum = times_x(sum ^ static_cast<unsigned>(alphabet.find(c)));
    return alphabet[sum];
}

/// The part of an address, or of a line with a label, in which the code stands.
std::string_view part_with_code(std::string_view typed) {
    for (const std::string_view page : {"/kvittens/", "/anmalan/"})
        if (const auto at = typed.find(page); at != typed.npos) {
            typed.remove_prefix(at + page.size());
            return typed.substr(0, typed.find_first_of("/?#"));
        }
    if (const auto colon = typed.rfind(':'); colon != typed.npos) typed.remove_prefix(colon + 1);
    return typed;
}

char meant(char c) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O') return '0';
    if (c == 'I' || c == 'L') return '1';
    return c == 'U' ? 'V' : c;
}

}  // namespace

std::string receipt_code(std::string_view twenty_characters) {
    return std::string{twenty_characters} + check_of(twenty_characters);
}

std::optional<std::string> read_receipt_code(std::string_view typed) {
    std::string code;
    for (const char typed_one : part_with_code(typed))
        if (const char c = meant(typed_one); alphabet.find(c) != alphabet.npos) code += c;
    if (code.size() == characters) return receipt_code(code);
    if (code.size() != characters + 1 || code.back() != check_of(code.substr(0, characters)))
        return std::nullopt;
    return code;
}

}  // namespace medskapa
