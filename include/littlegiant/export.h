/* SPDX-License-Identifier: Apache-2.0 */
/* Linkage macros of liblittlegiant. Nothing here is for callers, except LG_STATIC:
 * define it when linking the static library on Windows (pkg-config --static does so). */
#ifndef LITTLEGIANT_EXPORT_H
#define LITTLEGIANT_EXPORT_H

#ifdef __cplusplus
#define LG_BEGIN_DECLS extern "C" {
#define LG_END_DECLS }
#else
#define LG_BEGIN_DECLS
#define LG_END_DECLS
#endif

#if defined(_WIN32) && !defined(LG_STATIC)
#ifdef LG_BUILDING
#define LG_API __declspec(dllexport)
#else
#define LG_API __declspec(dllimport)
#endif
#elif defined(__GNUC__)
#define LG_API __attribute__((visibility("default")))
#else
#define LG_API
#endif

#endif
