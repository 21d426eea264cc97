// Package build knows the order of the stages and writes the tree; nothing else
// knows either.
//
// In: the folder of an archive, what is built into the program, and the originals
// where the editor has them. Out: the files of the site, in memory, and every
// problem of every stage; [Write] puts them on the disk, swapped in whole.
//
// All concurrency of the program is here, in one function.
package build
