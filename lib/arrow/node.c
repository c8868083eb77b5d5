/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Arrays that are made here. Each lies with all it points to in one block, its private_data, so that a
 * consumer may move it out of its parent and release it when and where it likes.
 */
#include <string.h>

#include "batch.h"

#define ALIGNMENT 64u /* what the columnar format recommends */

struct node {
    struct ArrowArray dictionary;
    struct ArrowArray column; /* of a label: the caller's column, once it has been taken over */
    const void *buffers[3];
};

static void release_if_held(struct ArrowArray *array)
{
    if (array->release)
        array->release(array);
}

static void release_node(struct ArrowArray *array)
{
    struct node *node = array->private_data;
    for (int64_t i = 0; i < array->n_children; i++)
        release_if_held(array->children[i]);
    if (array->dictionary)
        release_if_held(array->dictionary);
    lg__free(node);
    array->release = NULL;
}

static uint64_t padded(uint64_t size) { return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT; }

/* Points to buffers behind `at`, and zeroes what is behind their last byte. */
static void place_buffers(struct node *node, char *at, const lg__shape *shape)
{
    at += (ALIGNMENT - (uintptr_t)at % ALIGNMENT) % ALIGNMENT;
    for (int32_t i = 0; i < shape->buffers; i++) {
        uint64_t size = padded(shape->sizes[i]);
        memset(at + shape->sizes[i], 0, (size_t)(size - shape->sizes[i]));
        node->buffers[i] = i == 0 && size == 0 ? NULL : at;
        at += size;
    }
}

static void place_children(struct ArrowArray *array, char *at, int64_t children)
{
    struct ArrowArray *parts = (struct ArrowArray *)(void *)at;
    memset(parts, 0, (size_t)children * sizeof *parts);
    array->n_children = children;
    array->children = (struct ArrowArray **)(void *)(parts + children);
    for (int64_t i = 0; i < children; i++)
        array->children[i] = &parts[i];
}

lg_status lg__node_new(struct ArrowArray *array, const lg__shape *shape)
{
    uint64_t children = (uint64_t)shape->children * (sizeof *array + sizeof array->children[0]);
    uint64_t size = sizeof(struct node) + children + ALIGNMENT;
    for (int32_t i = 0; i < shape->buffers; i++)
        size += padded(shape->sizes[i]);
    memset(array, 0, sizeof *array);
    if (shape->sizes[2] > INT32_MAX)
        return LG_E_CAPACITY;
    struct node *node = lg__allocate(size);
    if (!node)
        return LG_E_MEMORY;
    memset(node, 0, sizeof *node);
    place_children(array, (char *)(node + 1), shape->children);
    place_buffers(node, (char *)(node + 1) + children, shape);
    array->length = shape->length;
    array->n_buffers = shape->buffers;
    array->buffers = node->buffers;
    array->dictionary = shape->has_dictionary ? &node->dictionary : NULL;
    array->private_data = node;
    array->release = release_node;
    return LG_OK;
}

void *lg__node_buffer(const struct ArrowArray *array, int32_t buffer)
{
    return (void *)(uintptr_t)array->buffers[buffer];
}

/* -------------------------------------------------------------------------------- labels */

static void release_label(struct ArrowArray *array)
{
    struct node *node = array->private_data;
    release_if_held(&node->column);
    lg__free(node);
    array->release = NULL;
}

lg_status lg__label_new(struct ArrowArray *array, const struct ArrowArray *parent, int64_t child)
{
    const struct ArrowArray *column = parent->children[child];
    struct node *node = lg__allocate(sizeof *node);
    if (!node)
        return LG_E_MEMORY;
    memset(node, 0, sizeof *node);
    *array = *column;
    if (column->null_count != 0 && column->length != parent->length)
        array->null_count = -1; /* of these rows it is not known */
    array->offset += parent->offset;
    array->length = parent->length;
    array->private_data = node;
    array->release = release_label;
    return LG_OK;
}

void lg__label_take(struct ArrowArray *array, struct ArrowArray *child)
{
    struct node *node = array->private_data;
    node->column = *child;
    child->release = NULL;
}
