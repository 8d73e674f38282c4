// How fast the open log grows and proves, and how much space it takes: medians over rounds, on one thread.

#include "engine/openlog/audit/audit.hpp"
#include "engine/openlog/entry.hpp"
#include "engine/openlog/signing/checkpoint.hpp"
#include "engine/openlog/tree/builder.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace {

using namespace medskapa;
using namespace medskapa::openlog;
namespace fs = std::filesystem;

constexpr int rounds = 11;
constexpr std::uint64_t large = 1'000'000;

double seconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(const std::function<void(int round)>& work) {
    std::vector<double> taken;
    for (int round = 0; round < rounds; ++round) taken.push_back(seconds([&] { work(round); }));
    std::nth_element(taken.begin(), taken.begin() + rounds / 2, taken.end());
    return taken[rounds / 2];
}

/// An inspel as it is received: its own object, a text and a name that are committed to.
std::string entry(std::uint64_t number) {
    const auto value = sha256(std::to_string(number));
    return canonical({"inspel.received", Instant{std::chrono::minutes{number}}, "rus-2050",
        fmt::format("inspel/{:012x}", number), std::nullopt, {{"text", value}, {"author", value}}});
}

void write(const fs::path& folder, const std::vector<File>& files) {
    for (const auto& file : files) {
        fs::create_directories((folder / file.path).parent_path());
        std::ofstream{folder / file.path, std::ios::binary} << file.bytes;
    }
}

Fetch fetch_from(const fs::path& folder) {
    return [folder](const std::string& path) -> std::optional<std::string> {
        std::ifstream file{folder / path, std::ios::binary};
        if (!file) return std::nullopt;
        return std::string{std::istreambuf_iterator<char>{file}, {}};
    };
}

double megabytes(const fs::path& folder) {
    std::uintmax_t bytes = 0;
    for (const auto& item : fs::recursive_directory_iterator{folder})
        if (item.is_regular_file()) bytes += (item.file_size() + 4095) / 4096 * 4096;
    return static_cast<double>(bytes) / 1e6;
}

void measure_appending() {
    constexpr int count = 10'000;
    std::vector<std::string> entries;
    for (int i = 0; i < count; ++i) entries.push_back(entry(static_cast<std::uint64_t>(i)));
    const auto taken = median([&](int) {
        Builder builder;
        for (const auto& one : entries) builder.append(one);
        (void)builder.files();
    });
    fmt::print("append with tiles and bundles: {:.0f} entries/s\n", count / taken);
}

Checkpoint grown(const fs::path& folder, const SigningKey& key) {
    Builder builder;
    builder.append(canonical({"log.opened", Instant{}, {}, {}, {}, {}, {{"vkey", as_vkey(key.verifier())}}}));
    while (builder.size() < large) {
        builder.append(entry(builder.size()));
        if (builder.size() % 10'000 == 0) write(folder, builder.full_files());
    }
    write(folder, builder.files());
    const Checkpoint checkpoint{key.verifier().name, builder.head()};
    write(folder, {{"checkpoint", text_of(signed_checkpoint(checkpoint, key))}});
    return checkpoint;
}

void measure_large(const fs::path& folder) {
    const SigningKey key{"log.example.org/medskapa/bench", KeyType::ed25519, sha256("bench")};
    Checkpoint checkpoint;
    const auto growing = seconds([&] { checkpoint = grown(folder, key); });
    fmt::print("grow to {} entries on disk: {:.1f} s, {:.0f} MB\n", large, growing, megabytes(folder));

    bool holds = true;
    const auto proving = median([&](int round) {
        const auto index = static_cast<std::uint64_t>(round) * 90'007;
        const Source source{large, fetch_from(folder)};
        const auto proof = inclusion_proof(index, large, source.nodes());
        holds = holds && is_included(index, large, source.hashes(0, index / tile_width)[index % tile_width],
                             proof, checkpoint.head.root);
    });
    fmt::print("inclusion proof from tiles on disk, made and checked: {:.3f} ms{}\n", proving * 1000,
        holds ? "" : ", WRONG");
    const auto connecting = median([&](int round) {
        const Source source{large, fetch_from(folder)};
        (void)consistency_proof(
            large - 1 - static_cast<std::uint64_t>(round) * 90'007, large, source.nodes());
    });
    fmt::print("consistency proof from tiles on disk: {:.3f} ms\n", connecting * 1000);
    const auto auditing = seconds([&] {
        holds = audit(fetch_from(folder), {{key.verifier()}, {}, {}, {}})->holds();
    });
    fmt::print("whole audit: {:.1f} s{}\n", auditing, holds ? "" : ", WRONG");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "Name a folder that is not there yet, with room for 400 MB.\n";
        return 2;
    }
    measure_appending();
    measure_large(argv[1]);
    return 0;
}
