#pragma once

#include <span>
#include <string_view>

namespace medskapa {

/// A file of the repository whose bytes lie inside the program, so that one binary is the whole server.
struct EmbeddedFile {
    std::string_view path;
    std::string_view bytes;
};

namespace embedded {

std::span<const EmbeddedFile> assessments();
std::span<const EmbeddedFile> checklists();
std::span<const EmbeddedFile> migrations();
std::span<const EmbeddedFile> words();
std::span<const EmbeddedFile> assets();
std::span<const EmbeddedFile> demo();

}  // namespace embedded
}  // namespace medskapa
