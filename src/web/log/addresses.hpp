#pragma once

#include "app/conversation/addresses.hpp"
#include "app/site/addresses.hpp"

namespace medskapa::address {

inline constexpr Address log_page{"/logg"};
inline constexpr Address process_log{"/processer/{process}/logg"};
inline constexpr Address log_checkpoint{"/logg/checkpoint"};
inline constexpr Address unwitnessed_checkpoint{"/logg/checkpoint.unwitnessed"};
inline constexpr Address log_tile{"/logg/tile/{file...}"};
inline constexpr Address newest_rules{"/regler"};
inline constexpr Address check_receipt{"/kontrollera"};
inline constexpr Address receipt_file{"/processer/{process}/kvittens/{code}/kvitto.txt"};
inline constexpr Address vote_receipts{"/processer/{process}/aktiviteter/{activity}/kvitton"};
inline constexpr Address vote_receipt_file{
    "/processer/{process}/aktiviteter/{activity}/kvitton/{vote}/kvitto.txt"};

}  // namespace medskapa::address
